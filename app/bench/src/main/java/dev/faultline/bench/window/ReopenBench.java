package dev.faultline.bench.window;

import dev.faultline.app.ui.Window;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Session;
import dev.faultline.trace.disk.ScratchFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Opens traces one after the other, looks at every page, and closes them again, some of them for the second time and later:
/// `ReopenBench COUNT TRACE...`. Prints resident memory and what lies in the folder of temporary files along the way.
public final class ReopenBench {
    private static final int EVERY = 20;
    /// Memory goes back in steps after the last tab is closed, later on a busy machine.
    private static final long SETTLE_MS = 20_000;
    private static final Path STATUS = Path.of("/proc/self/status");

    private ReopenBench() {
    }

    public static void main(String[] args) throws Exception {
        int count = Integer.parseInt(args[0]);
        List<Path> traces = Stream.of(args).skip(1).map(Path::of).toList();
        Ui.start();
        Window window = Ui.call(OpenBench::window);
        Path scratch = ScratchFiles.ofUser().folder();
        for (int i = 0; i < count; i++) {
            once(window, traces.get(i % traces.size()));
            if ((i + 1) % EVERY == 0) {
                Thread.sleep(SETTLE_MS);
                System.out.printf(Locale.ROOT, "%4d opened and closed: %d MB resident, %d temporary files%n", i + 1,
                        residentMb(), files(scratch));
            }
        }
        System.exit(0);
    }

    private static void once(Window window, Path file) throws Exception {
        Ui.run(() -> window.workspace().open(List.of(file)));
        Session session = Ui.await(() -> window.workspace().session().orElse(null));
        Ui.await(() -> session.findings().stateProperty().get() == FindingList.State.CHECKING ? null : true);
        for (Page page : Page.ALL) {
            Ui.run(() -> session.pageProperty().set(page.key()));
        }
        Ui.run(() -> window.workspace().closeAll());
    }

    private static long residentMb() throws IOException {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst().orElse(0) / 1024;
        }
    }

    private static long files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
