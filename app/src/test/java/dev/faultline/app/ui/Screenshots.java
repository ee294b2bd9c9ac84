package dev.faultline.app.ui;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.OpenedFile;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Theme;
import dev.faultline.model.rules.Finding;
import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.timeline.row.Thing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Takes the pictures of the documentation, light and dark. Its main wants the headless platform; `docs/window.md` has
/// the command.
final class Screenshots {
    private static final List<String> TRACES = List.of("pool-swallows-timeout", "thundering-herd", "slow-leak",
            "gc-pressure", "healthy-load");

    private final Path out;
    private final Theme theme;

    private Screenshots(Path out, Theme theme) {
        this.out = out;
        this.theme = theme;
    }

    /// @param args folder to write to, default `docs/images`; then the names of traces of go1.27, default five
    public static void main(String[] args) throws Exception {
        Path out = Path.of(args.length > 0 ? args[0] : "docs/images");
        List<String> traces = args.length > 1 ? List.of(args).subList(1, args.length) : TRACES;
        Files.createDirectories(out);
        Fx.start();
        Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(Screenshots::ignoreSmallScreen));
        for (Theme theme : Theme.values()) {
            var shots = new Screenshots(out, theme);
            shots.withoutTrace();
            for (String trace : traces) {
                shots.timeline(trace);
            }
            shots.pages(traces.getFirst());
            shots.pages("slow-leak");
            shots.pages("gc-pressure");
        }
        System.exit(0);
    }

    /// The headless screen is 1000 pixels wide and high; a larger window is drawn all right but cannot be copied to it.
    private static void ignoreSmallScreen(Thread thread, Throwable error) {
        if (!error.getStackTrace()[0].getClassName().startsWith("java.nio")
                && !(error instanceof IndexOutOfBoundsException)) {
            error.printStackTrace();
        }
    }

    private void withoutTrace() throws Exception {
        Path folder = Files.createTempDirectory("faultline");
        try (Bench bench = bench(folder, Screenshots::slow)) {
            shoot(bench, "start");
            Fx.run(() -> bench.window().workspace().open(List.of(Path.of("checkout-service.trace"))));
            Thread.sleep(1200);
            shoot(bench, "loading");
        }
        try (Bench bench = bench(folder, WindowApp::open)) {
            Path text = Files.writeString(folder.resolve("notes.trace"), "these are only some notes, not a trace\n");
            Fx.run(() -> bench.window().workspace().open(List.of(text)));
            Fx.await("it failed", () -> bench.window().workspace().session().isEmpty());
            Thread.sleep(300);
            shoot(bench, "error");
        }
        Files.deleteIfExists(folder.resolve("notes.trace"));
    }

    private void timeline(String trace) throws Exception {
        try (Bench bench = bench(Files.createTempDirectory("faultline"), WindowApp::open)) {
            Session session = bench.load(file(trace));
            Fx.run(() -> session.findings().shown().stream().findFirst().ifPresentOrElse(
                    finding -> show(session, finding),
                    () -> longest(session, session.model().goroutines().count() / 2)));
            Thread.sleep(400);
            shoot(bench, trace);
        }
    }

    private static void show(Session session, Finding finding) {
        session.findings().selectedProperty().set(finding);
        finding.evidence().goroutines().stream().findFirst()
                .ifPresent(id -> longest(session, session.model().goroutines().indexOf(id)));
        session.viewport().showWhole();
    }

    private static void longest(Session session, int g) {
        var spans = session.model().spans(g);
        int longest = 0;
        for (int i = 1; i < spans.size(); i++) {
            longest = spans.end(i) - spans.start(i) > spans.end(longest) - spans.start(longest) ? i : longest;
        }
        session.jump(new Jump.ToThing(new Thing.Goroutine(g, longest)));
    }

    private void pages(String trace) throws Exception {
        try (Bench bench = bench(Files.createTempDirectory("faultline"), WindowApp::open)) {
            Session session = bench.load(file(trace));
            for (Page page : Page.ALL) {
                Fx.run(() -> session.pageProperty().set(page.key()));
                Thread.sleep(page.key() == PageKey.CHARTS ? 1500 : 300);
                shoot(bench, trace + "-" + page.title().toLowerCase(Locale.ROOT));
            }
            Fx.run(() -> session.pageProperty().set(PageKey.TIMELINE));
            Fx.run(() -> bench.window().actions().overlayProperty().set(WindowActions.Overlay.SEARCH));
            shoot(bench, trace + "-search");
            Fx.run(() -> bench.window().actions().overlayProperty().set(WindowActions.Overlay.HELP));
            shoot(bench, trace + "-help");
        }
    }

    private static String file(String trace) {
        String plain = "go1.27/" + trace + ".trace";
        return Files.exists(Bench.SAMPLES.resolve(plain)) ? plain : plain + ".gz";
    }

    private Bench bench(Path folder, dev.faultline.app.ui.session.TraceOpener opener) throws Exception {
        Bench bench = Bench.tall(folder, opener, 1000);
        Fx.run(() -> bench.preferences().themeProperty().set(theme));
        return bench;
    }

    /// Reads 232 MB a little at a time.
    private static OpenedFile slow(Path file, Progress progress) throws IOException {
        for (long mb = 70; !progress.cancelled(); mb = Math.min(160, mb + 2)) {
            progress.update(Phase.READING, mb * 1_000_000, 232_000_000);
            LockSupport.parkNanos(40_000_000);
        }
        throw new CancellationException();
    }

    private void shoot(Bench bench, String name) throws Exception {
        Fx.pulse(4);
        WritableImage image = Fx.call(() -> bench.scene().snapshot(null));
        Path file = out.resolve(name + (theme == Theme.LIGHT ? "" : "-" + theme.key()) + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        System.out.println(file);
    }
}
