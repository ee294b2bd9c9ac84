package dev.faultline.bench.window;

import com.sun.management.OperatingSystemMXBean;
import dev.faultline.app.ui.Window;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Opens a trace in the window and tells when its timeline, its findings and each of its pages are ready, all work in the
/// background done: `ReadyBench TRACE`. Run it twice: the second run finds the index that the first one left.
public final class ReadyBench {
    private static final OperatingSystemMXBean PROCESS = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);
    private static final long GLANCE_MS = 50;
    /// Less CPU time during a glance is what an idle window takes.
    private static final long IDLE_NS = 10_000_000;
    private static final int IDLE_GLANCES = 4;

    private static long began;

    private ReadyBench() {
    }

    public static void main(String[] args) throws Exception {
        Ui.start();
        Window window = Ui.call(OpenBench::window);
        Ui.call(() -> true);
        settle();
        began = System.nanoTime();
        Ui.call(() -> {
            window.workspace().open(List.of(Path.of(args[0])));
            return true;
        });
        Session session = Ui.await(() -> window.workspace().session().orElse(null));
        say("trace open", System.nanoTime());
        Ui.call(() -> true);
        say("first rows", System.nanoTime());
        Ui.await(() -> session.findings().stateProperty().get() == FindingList.State.CHECKING ? null : true);
        say("findings", System.nanoTime());
        say("first page ready, index written", settle());
        for (Page page : Page.ALL) {
            began = System.nanoTime();
            Ui.call(() -> {
                session.pageProperty().set(page.key());
                return true;
            });
            say(page.title(), settle());
        }
        System.exit(0);
    }

    /// Waits until the process does nothing.
    ///
    /// @return when it last did something, as System.nanoTime tells
    private static long settle() throws InterruptedException {
        long busy = System.nanoTime();
        for (int idle = 0; idle < IDLE_GLANCES;) {
            long before = PROCESS.getProcessCpuTime();
            Thread.sleep(GLANCE_MS);
            if (PROCESS.getProcessCpuTime() - before < IDLE_NS) {
                idle++;
            } else {
                idle = 0;
                busy = System.nanoTime();
            }
        }
        return busy;
    }

    private static void say(String what, long at) {
        System.out.printf(Locale.ROOT, "%6.2f s  %s%n", (at - began) / 1e9, what);
    }
}
