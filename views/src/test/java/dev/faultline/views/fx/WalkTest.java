package dev.faultline.views.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.Synthetic;
import dev.faultline.views.timeline.picture.LegendItem;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.stream.LongStream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Walking over spans and rows by keys, and what stands for many spans, in a window that has a text field, too.
@ExtendWith(Fx.class)
class WalkTest {
    private static final long MS = 1_000_000;
    /// 40 short spans within a microsecond, then one long wait.
    private final TraceModel model = new Synthetic(1_000 * MS)
            .goroutine("main.short", WaitKind.NETWORK, 0, LongStream.concat(
                    LongStream.rangeClosed(1, 40).map(i -> 500 * MS + i * 25), LongStream.of(1_000 * MS)).toArray())
            .goroutine("main.worker", WaitKind.SYNC, 0, 100 * MS, 900 * MS, 1_000 * MS)
            .goroutine("main.worker", WaitKind.NETWORK, 0, 50 * MS, 700 * MS, 1_000 * MS)
            .task(1, "call", 100 * MS, 300 * MS)
            .pause("GC mark termination", 400 * MS, 401 * MS)
            .build();
    private final Viewport viewport = new Viewport(model.durationNs());
    private final Selection selection = new Selection();
    private final TextField field = new TextField();
    private TimelineView view;
    private Stage stage;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> {
            view = new TimelineView(new Facts(model), viewport, selection);
            BorderPane window = new BorderPane(view);
            window.setTop(field);
            stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(window, 900, 600));
            stage.show();
            window.requestFocus();
            robot = new Robot();
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            stage.close();
            view.close();
        });
    }

    @Test
    void arrowsGoFromSpanToSpanAndFromRowToRowAtTheSameTime() throws Exception {
        Fx.run(() -> selection.select(new Thing.Goroutine(1, 0)));
        press(KeyCode.RIGHT);
        assertEquals(new Thing.Goroutine(1, 1), selection.selected());
        press(KeyCode.DOWN);
        assertEquals(new Thing.Goroutine(2, 1), selection.selected(), "what it did in the middle of the other's wait");
        press(KeyCode.RIGHT);
        press(KeyCode.UP);
        assertEquals(new Thing.Goroutine(1, 1), selection.selected(), "at 850 ms");
        press(KeyCode.LEFT);
        press(KeyCode.LEFT);
        assertEquals(new Thing.Goroutine(1, 0), selection.selected(), "stops at the first span");
        assertEquals(viewport.whole(), viewport.visible(), "nothing was zoomed");
    }

    @Test
    void keysWorkWithoutAClickButNotWhileSomebodyTypes() throws Exception {
        press(KeyCode.W);
        TimeRange zoomed = viewport.visible();
        assertTrue(zoomed.durationNs() < viewport.whole().durationNs());
        Fx.run(field::requestFocus);
        press(KeyCode.S);
        press(KeyCode.O);
        assertEquals(zoomed, viewport.visible());
        assertFalse(view.options().runtimeShownProperty().get());
    }

    @Test
    void aClickOnMergedSpansSelectsAllOfThemAndTheCardNamesWhatFillsTheRest() throws Exception {
        Point2D at = at(0, 500 * MS + 300);
        Fx.run(() -> robot.mouseMove(at));
        List<String> card = view.cardLines();
        Thing.Several hovered = assertInstanceOf(Thing.Several.class, selection.hoveredProperty().get());
        assertEquals(39, hovered.count(), "the first and the last span are long");
        assertEquals("39 spans, zoom in to see them", card.getFirst());
        assertTrue(card.getLast().contains("running ") && card.getLast().contains("network"), card.toString());
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        assertEquals(hovered, selection.selected());
        Fx.run(() -> view.zoomTo(selection.selected()));
        assertTrue(viewport.visible().durationNs() < 2_000, viewport.visible().toString());
    }

    @Test
    void theCardOnANameTellsNoMoment() throws Exception {
        TimelinePicture.Line line = view.picture().lineOf(new Thing.StateArea());
        double y = view.localToScene(0, line.box().y() + line.box().height() / 2).getY();
        Fx.run(() -> robot.mouseMove(new Point2D(40, y)));
        assertEquals(List.of("Goroutines by state"), view.cardLines());
        Fx.run(() -> robot.mouseMove(new Point2D(view.picture().geometry().names() + 200, y)));
        assertTrue(view.cardLines().getFirst().startsWith("at "), view.cardLines().toString());
    }

    @Test
    void aJumpToAPauseZoomsToIt() throws Exception {
        Thing pause = new Thing.RuntimeRange(model.ranges().getFirst());
        Fx.run(() -> view.reveal(pause));
        TimeRange visible = viewport.visible();
        assertTrue(visible.fromNs() < 400 * MS && visible.toNs() > 401 * MS && visible.durationNs() < 5 * MS,
                visible.toString());
    }

    @Test
    void aGroupIsShownWithItsHeadingAndItsLife() throws Exception {
        Fx.run(() -> viewport.show(new TimeRange(0, 10 * MS)));
        Fx.run(() -> view.reveal(new Thing.Group(model.groups().get(1))));
        assertEquals(viewport.whole(), viewport.visible());
        assertTrue(view.picture().rows().stream().anyMatch(line -> line.row() instanceof Thing.Heading h
                && h.section().title().equals("main.worker")));
    }

    @Test
    void pausesAreDrawnOverAllRowsWhenAsked() throws Exception {
        Fx.run(() -> viewport.show(new TimeRange(399 * MS, 402 * MS)));
        Point2D wait = at(1, 400 * MS + 500_000);
        int before = Shot.of(view).argb(wait.getX(), wait.getY());
        press(KeyCode.O);
        assertTrue(Shot.of(view).argb(wait.getX(), wait.getY()) != before, "tinted");
        Thread.sleep(400);
        Fx.pulse(2);
        List<LegendItem> legend = view.legendProperty().get();
        assertTrue(legend.stream().anyMatch(item -> item.role() == Role.STW_VEIL), legend.toString());
        assertTrue(legend.stream().noneMatch(item -> item.role() == Role.SYSCALL), legend.toString());
    }

    private Point2D at(int goroutine, long ns) {
        TimelinePicture.Line line = view.picture().lineOf(new Thing.Goroutine(goroutine));
        return new Point2D(Math.floor(view.picture().scale().px(ns)) + 0.5,
                view.localToScene(0, line.box().y() + line.box().height() / 2).getY());
    }

    private void press(KeyCode key) throws Exception {
        Fx.run(() -> robot.keyPress(key));
        Fx.run(() -> robot.keyRelease(key));
    }
}
