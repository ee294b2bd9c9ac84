package dev.faultline.views.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Goroutines;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.Samples;
import dev.faultline.views.graphics.PictureFile;
import dev.faultline.views.graphics.PictureKind;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.row.Thing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real traces with everything unfolded: each place under the pointer says what it is, and the picture can be written.
@ExtendWith(Fx.class)
class RealTimelineTest {
    @ParameterizedTest
    @ValueSource(strings = {"go1.27/pool-swallows-timeout.trace", "go1.27/gc-pressure.trace.gz",
            "go1.27/healthy-spans.trace"})
    void everyPlaceSaysWhatItIs(String name) throws Exception {
        Facts facts = Samples.read(Path.of("../sample-traces", name));
        List<Finding> findings = Samples.findings(facts);
        Viewport viewport = new Viewport(facts.model().durationNs());
        Goroutines all = facts.model().goroutines();
        int busiest = IntStream.range(0, all.count()).filter(g -> !all.system(g)).boxed()
                .max(Comparator.comparingInt(all::changes)).orElseThrow();
        TimelineView view = Fx.call(() -> new TimelineView(facts, viewport, new Selection()));
        Stage stage = Fx.call(() -> {
            view.setFindings(findings);
            view.options().runtimeShownProperty().set(true);
            view.options().fineStatesProperty().set(true);
            view.showPath(new Thing.Path(PathParts.of(facts.model(), facts.assists(), busiest,
                    facts.model().goroutines().bornNs(busiest), facts.model().goroutines().endNs(busiest)),
                    "the busiest"));
            Stage s = new Stage();
            s.setScene(new Scene(view, 1000, 1600));
            s.show();
            return s;
        });
        Fx.pulse(10);
        Fx.run(view::openAll);
        Fx.pulse(10);
        Fx.run(() -> view.picture().rows().stream().map(TimelinePicture.Line::row)
                .filter(row -> row instanceof Thing.Goroutine || row instanceof Thing.UserTask).limit(12)
                .toList().forEach(view::unfold));
        Fx.pulse(20);
        Set<String> cards = new HashSet<>();
        Fx.run(() -> {
            for (double y = 4; y < 1_590; y += 9) {
                for (double x : new double[]{8, 30, 240, 420, 555, 700, 940}) {
                    Mouse.fire(view, MouseEvent.MOUSE_MOVED, new Point2D(x, y), Set.of());
                    cards.addAll(texts(view));
                }
            }
        });
        Fx.pulse(2);
        assertTrue(cards.size() > 30, name + ": " + cards);
        assertTrue(cards.stream().noneMatch(text -> text.contains("null") || text.contains("NaN")), () -> cards + "");
        written(view);
        Fx.run(() -> {
            if (!findings.isEmpty()) {
                view.highlight(findings.getFirst());
            }
            stage.close();
            view.close();
        });
    }

    @Test
    void whatScrolledIsDrawnAsIfItHadAlwaysBeenThere() throws Exception {
        Facts facts = Samples.read(Path.of("../sample-traces/go1.27/pool-swallows-timeout.trace"));
        Viewport viewport = new Viewport(facts.model().durationNs());
        TimelineView view = Fx.call(() -> new TimelineView(facts, viewport, new Selection()));
        Stage stage = Fx.call(() -> {
            Stage s = new Stage();
            s.setScene(new Scene(view, 900, 300));
            s.show();
            return s;
        });
        Fx.pulse(10);
        Fx.run(view::openAll);
        Fx.pulse(20);
        ScrollBar bar = (ScrollBar) view.lookup(".scroll-bar");
        for (double to : new double[]{37, 18, 111.5, 160, 100, 0}) {
            Fx.run(() -> bar.setValue(to));
            Fx.pulse(2);
            Shot scrolled = Shot.of(view);
            // other colours and back: nothing of the last picture can be taken over
            Fx.run(() -> {
                view.setPalette(Palette.dark());
                view.setPalette(Palette.light());
            });
            Fx.pulse(2);
            assertEquals(0, scrolled.differing(Shot.of(view)), "px that differ at " + to);
        }
        Fx.run(() -> {
            stage.close();
            view.close();
        });
    }

    private static Set<String> texts(Node node) {
        Set<String> texts = new HashSet<>();
        if (node instanceof Label label && label.getText() != null) {
            texts.add(label.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(texts(child)));
        }
        return texts;
    }

    private static void written(TimelineView view) throws Exception {
        Drawing drawing = (Drawing) view.getChildrenUnmodifiable().getFirst();
        byte[] png = Fx.call(() -> PictureFile.of(PictureKind.PNG, 1000, 1600, drawing::drawOn));
        assertEquals("PNG", new String(png, 1, 3, StandardCharsets.ISO_8859_1));
        String svg = new String(Fx.call(() -> PictureFile.of(PictureKind.SVG, 1000, 1600, drawing::drawOn)),
                StandardCharsets.UTF_8);
        assertTrue(svg.contains("<svg") && svg.contains("Whole trace"));
        byte[] pdf = Fx.call(() -> PictureFile.of(PictureKind.PDF, 1000, 1600, drawing::drawOn));
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.ISO_8859_1));
    }

    @Test
    void evidenceIsDrawnForEachFinding() throws Exception {
        Facts facts = Samples.facts("go1.27/pool-swallows-timeout");
        for (Finding finding : Samples.findings(facts)) {
            Stage stage = Fx.call(() -> {
                Stage s = new Stage();
                s.setScene(new Scene(new EvidenceView(facts, finding), 700, 300));
                s.show();
                return s;
            });
            Fx.pulse(5);
            assertTrue(Fx.call(() -> stage.getScene().getRoot().prefHeight(700)) > 20, finding.id());
            Fx.run(stage::close);
        }
    }
}
