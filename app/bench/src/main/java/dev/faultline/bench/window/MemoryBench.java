package dev.faultline.bench.window;

import dev.faultline.app.ui.Window;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Tells what memory the process still holds when all tabs are closed: `MemoryBench SMALL LARGE [TIMES]`. First after
/// SMALL was opened and closed, then after it was opened and closed again, 30 times in all unless TIMES says otherwise,
/// and LARGE once; each time all pages are visited. Resident memory is what `/proc/self/status` says.
public final class MemoryBench {
    private static final int TIMES = 30;
    private static final long AFTERWARDS_MS = 10_000;
    private static final long PAGE_MS = 150;

    private MemoryBench() {
    }

    public static void main(String[] args) throws Exception {
        Path small = Path.of(args[0]);
        Path large = Path.of(args[1]);
        int times = args.length > 2 ? Integer.parseInt(args[2]) : TIMES;
        Ui.start();
        Window window = Ui.call(OpenBench::window);
        openAndClose(window, small);
        Thread.sleep(AFTERWARDS_MS);
        long one = residentBytes();
        say("one small trace, closed", one);
        for (int i = 0; i < times - 1; i++) {
            openAndClose(window, small);
        }
        openAndClose(window, large);
        say("all closed", residentBytes());
        long began = System.nanoTime();
        long all = residentBytes();
        while (System.nanoTime() - began < AFTERWARDS_MS * 1_000_000) {
            Thread.sleep(1_000);
            all = residentBytes();
            say("%.0f s later".formatted((System.nanoTime() - began) / 1e9), all);
        }
        System.out.printf(Locale.ROOT, "%.2f times%n", (double) all / one);
        System.exit(0);
    }

    private static void openAndClose(Window window, Path file) throws Exception {
        Ui.run(() -> window.workspace().open(List.of(file)));
        Session session = Ui.await(() -> window.workspace().session().orElse(null));
        Ui.await(() -> session.findings().stateProperty().get() == FindingList.State.CHECKING ? null : true);
        for (Page page : Page.ALL) {
            Ui.run(() -> session.pageProperty().set(page.key()));
            Thread.sleep(PAGE_MS);
        }
        say(file.getFileName() + " open", residentBytes());
        Ui.run(() -> window.workspace().closeAll());
    }

    private static long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst().orElseThrow();
    }

    private static void say(String when, long bytes) {
        System.out.printf(Locale.ROOT, "%6d MB  %s%n", bytes / 1_000_000, when);
    }
}
