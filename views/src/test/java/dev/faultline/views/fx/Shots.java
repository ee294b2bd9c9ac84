package dev.faultline.views.fx;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.Samples;
import dev.faultline.views.paint.Palette;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Makes pictures of the views, for looking at: `Shots OUT TRACE...`.
public final class Shots {
    private static final int WIDTH = 1145;
    private static final int HEIGHT = 760;

    private Shots() {
    }

    public static void main(String[] args) throws Exception {
        Fx.start();
        for (int i = 1; i < args.length; i++) {
            Path file = Path.of(args[i]);
            String name = file.getFileName().toString().replaceFirst("\\.trace$", "");
            Facts facts = Samples.read(file);
            List<Finding> findings = Samples.findings(facts);
            for (Palette palette : List.of(Palette.light(), Palette.dark())) {
                Path out = Path.of(args[0], name + (palette == Palette.dark() ? "-dark" : "-light"));
                timeline(facts, findings, palette, out);
            }
            flame(facts, Path.of(args[0], name + "-flame.png"));
        }
        System.exit(0);
    }

    private static void timeline(Facts facts, List<Finding> findings, Palette palette, Path out) throws Exception {
        Viewport viewport = new Viewport(facts.model().durationNs());
        TimelineView view = Fx.call(() -> new TimelineView(facts, viewport, new Selection()));
        Stage stage = Fx.call(() -> {
            view.setPalette(palette);
            view.setFindings(findings);
            Stage s = new Stage();
            s.setScene(new Scene(view, WIDTH, HEIGHT));
            s.show();
            return s;
        });
        Fx.pulse(30);
        Thread.sleep(Long.getLong("shots.wait", 500));
        Fx.pulse(5);
        Shot.of(view).write(Path.of(out + ".png"));
        if (!findings.isEmpty()) {
            Fx.run(() -> view.highlight(findings.getFirst()));
            Fx.pulse(10);
            Shot.of(view).write(Path.of(out + "-finding.png"));
        }
        Fx.run(() -> {
            stage.close();
            view.close();
        });
    }

    private static void flame(Facts facts, Path out) throws Exception {
        FlameView view = Fx.call(() -> new FlameView(facts, new Viewport(facts.model().durationNs()), new Selection()));
        Stage stage = Fx.call(() -> {
            Stage s = new Stage();
            s.setScene(new Scene(view, WIDTH, HEIGHT));
            s.show();
            return s;
        });
        for (int i = 0; i < 100 && Fx.call(() -> view.laidOut() == null); i++) {
            Thread.sleep(100);
        }
        Fx.pulse(5);
        Shot.of(view).write(out);
        Fx.run(() -> {
            stage.close();
            view.close();
        });
    }
}
