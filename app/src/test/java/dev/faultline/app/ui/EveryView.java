package dev.faultline.app.ui;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TableJump;
import dev.faultline.app.ui.session.Theme;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Takes a picture of every view of some traces in a window of one size, to be looked at. Its main wants the headless platform;
/// `docs/window.md` has the command.
final class EveryView {
    private static final long LONGEST_MS = 60_000;

    private final Path out;

    private EveryView(Path out) {
        this.out = out;
    }

    /// @param args folder to write to; size such as `900x600`, then `@2` for twice the usual scale; theme; paths of traces
    public static void main(String[] args) throws Exception {
        Files.createDirectories(Path.of(args[0]));
        String[] size = args[1].split("[x@]");
        Theme theme = Theme.valueOf(args[2].toUpperCase(Locale.ROOT));
        Fx.start();
        Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {
            // the headless screen is smaller than some windows, which are drawn all the same
        }));
        for (String trace : List.of(args).subList(3, args.length)) {
            Path settings = Files.createTempDirectory("faultline");
            try (Bench bench = Bench.sized(settings, WindowApp.opener(), Double.parseDouble(size[0]),
                    Double.parseDouble(size[1]))) {
                Fx.run(() -> {
                    bench.preferences().themeProperty().set(theme);
                    bench.preferences().scaleProperty().set(size.length > 2 ? Double.parseDouble(size[2]) : 1);
                });
                String name = Path.of(trace).getFileName().toString().replaceAll("\\..*", "");
                new EveryView(Path.of(args[0])).take(bench, load(bench, trace), name + "-" + args[1] + "-" + args[2]);
            }
        }
        System.exit(0);
    }

    private static Session load(Bench bench, String trace) throws Exception {
        Fx.run(() -> bench.window().workspace().open(List.of(Path.of(trace))));
        for (long waited = 0; waited < LONGEST_MS; waited += 200) {
            Thread.sleep(200);
            var session = Fx.call(() -> bench.window().workspace().session());
            if (session.isPresent()
                    && session.get().findings().stateProperty().get() != FindingList.State.CHECKING) {
                return session.get();
            }
        }
        throw new AssertionError(trace + " is not open after a minute");
    }

    private void take(Bench bench, Session session, String name) throws Exception {
        Thread.sleep(600);
        shoot(bench, name + "-0-open");
        Fx.run(() -> session.findings().shown().stream().findFirst().ifPresent(finding -> {
            session.jump(new Jump.ToEvidence(finding));
            finding.evidence().goroutines().stream().map(session.model().goroutines()::indexOf).filter(g -> g >= 0)
                    .findFirst().ifPresent(g -> session.jump(new Jump.ToThing(new Thing.Goroutine(g))));
        }));
        for (Page page : Page.ALL) {
            Fx.run(() -> session.pageProperty().set(page.key()));
            Thread.sleep(page.key() == PageKey.CHARTS ? 1500 : 500);
            shoot(bench, name + "-" + (page.key().ordinal() + 1) + "-" + page.title().toLowerCase(Locale.ROOT));
        }
        for (String table : List.of("Waits", "Tasks", "Events")) {
            Fx.run(() -> session.jump(new TableJump(table, "")));
            Thread.sleep(500);
            shoot(bench, name + "-7-" + table.toLowerCase(Locale.ROOT));
        }
        Fx.run(() -> session.pageProperty().set(PageKey.TIMELINE));
        for (WindowActions.Overlay overlay : List.of(WindowActions.Overlay.SEARCH, WindowActions.Overlay.HELP,
                WindowActions.Overlay.MANUAL, WindowActions.Overlay.EDITOR)) {
            Fx.run(() -> bench.window().actions().overlayProperty().set(overlay));
            shoot(bench, name + "-9-" + overlay.name().toLowerCase(Locale.ROOT));
        }
        Fx.run(() -> bench.window().actions().overlayProperty().set(WindowActions.Overlay.NONE));
        Fx.run(() -> bench.window().commands().get("path").run());
        Thread.sleep(600);
        shoot(bench, name + "-1-path");
    }

    private void shoot(Bench bench, String name) throws Exception {
        Fx.pulse(4);
        WritableImage image = Fx.call(() -> bench.scene().snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out.resolve(name + ".png").toFile());
    }
}
