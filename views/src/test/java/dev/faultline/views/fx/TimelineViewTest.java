package dev.faultline.views.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.ZeroTime;
import dev.faultline.views.timeline.Synthetic;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Real mouse and keys on the timeline of a small made-up trace.
@ExtendWith(Fx.class)
class TimelineViewTest {
    private final TraceModel model = new Synthetic(1_000_000_000)
            .goroutine("main.worker", WaitKind.NETWORK, 0, 100_000_000, 900_000_000, 1_000_000_000)
            .goroutine("main.worker", WaitKind.NETWORK, 0, 50_000_000, 700_000_000, 1_000_000_000)
            .goroutine("main.main", WaitKind.CHAN_RECEIVE, 0, 500_000_000, 1_000_000_000)
            .task(1, "call", 100_000_000, 300_000_000)
            .pause("GC mark termination", 400_000_000, 410_000_000)
            .build();
    private final Viewport viewport = new Viewport(model.durationNs());
    private final Selection selection = new Selection();
    private TimelineView view;
    private Stage stage;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> {
            view = new TimelineView(new Facts(model), viewport, selection);
            stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(view, 900, 600));
            stage.show();
            view.requestFocus();
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
    void zoomKeepsTheMomentUnderThePointer() throws Exception {
        Point2D at = at(0, 250_000_000);
        long before = view.picture().scale().ns(at.getX());
        wheel(at, 40, true, false);
        assertTrue(viewport.visible().durationNs() < 950_000_000, "zoomed");
        assertEquals(before, view.picture().scale().ns(at.getX()), 1_500_000);
    }

    @Test
    void theWheelWithShiftPans() throws Exception {
        Fx.run(() -> viewport.show(new TimeRange(400_000_000, 600_000_000)));
        Point2D at = at(0, 500_000_000);
        wheel(at, -40, false, true);
        assertTrue(viewport.visible().fromNs() > 400_000_000, "later times come into view");
        assertEquals(200_000_000, viewport.visible().durationNs());
    }

    @Test
    void theContextMenuIsAboutWhatIsUnderThePointer() throws Exception {
        List<MenuRequest> asked = new ArrayList<>();
        Fx.run(() -> view.setOnMenu(asked::add));
        Point2D at = at(1, 300_000_000);
        Fx.run(() -> view.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, at.getX(), at.getY(),
                at.getX(), at.getY(), false, null)));
        assertEquals(new Thing.Goroutine(1, 1), asked.getFirst().under());
        assertEquals(300_000_000, asked.getFirst().ns(), 2 * view.picture().scale().nsPerPx());
    }

    @Test
    void dragPansInTime() throws Exception {
        Fx.run(() -> viewport.show(new TimeRange(400_000_000, 600_000_000)));
        Point2D from = at(0, 500_000_000);
        dragTo(from, from.subtract(60, 0));
        double px = view.picture().scale().nsPerPx();
        assertEquals(400_000_000 + 60 * px, viewport.visible().fromNs(), 4 * px);
        assertEquals(200_000_000, viewport.visible().durationNs());
    }

    @Test
    void clickSelectsAndDoubleClickZooms() throws Exception {
        Point2D at = at(0, 500_000_000);
        click(at);
        assertEquals(new Thing.Goroutine(0, 1), selection.selected());
        assertEquals(viewport.whole(), viewport.visible());
        // away and back: the click before is no part of the double click, whose clicks follow each other at once
        Fx.run(() -> robot.mouseMove(at.add(100, 0)));
        Fx.run(() -> robot.mouseMove(at));
        Fx.run(() -> {
            robot.mouseClick(MouseButton.PRIMARY);
            robot.mouseClick(MouseButton.PRIMARY);
        });
        assertEquals(new TimeRange(60_000_000, 940_000_000), viewport.visible());
    }

    @Test
    void aDragOnTheRulerSelectsTime() throws Exception {
        double y = view.picture().geometry().ruler().y() + 10;
        double from = view.picture().scale().px(200_000_000);
        double to = view.picture().scale().px(600_000_000);
        dragTo(new Point2D(from, y), new Point2D(to, y));
        assertEquals(200_000_000, viewport.selected().fromNs(), 3_000_000);
        assertEquals(600_000_000, viewport.selected().toNs(), 8_000_000);
        press(KeyCode.F);
        assertEquals(viewport.selected(), viewport.visible());
    }

    @Test
    void aFlagOnTheRulerSaysWhatWasNotedAndLeadsThere() throws Exception {
        List<Overlay.Flag> clicked = new ArrayList<>();
        var flag = new Overlay.Flag(300_000_000, "look here", 7);
        Fx.run(() -> {
            view.flags().set(List.of(flag));
            view.flags().setOnClicked(clicked::add);
        });
        Point2D at = new Point2D(view.picture().scale().px(300_000_000), view.picture().geometry().ruler().y() + 8);
        Fx.run(() -> robot.mouseMove(at));
        assertEquals(List.of("look here"), view.cardLines());
        click(at);
        assertEquals(List.of(flag), clicked);
        assertNull(viewport.selected());
        // the time at the pointer stands over it
        Fx.run(() -> robot.mouseMove(at.add(200, 100)));
        Fx.pulse(2);
        assertEquals(Palette.light().argb(Role.ACCENT), Shot.of(view).argb(Math.rint(at.getX()), at.getY() + 4));
    }

    @Test
    void theRulerCountsFromAMomentWhenAsked() throws Exception {
        Fx.run(() -> view.options().zeroProperty().set(new ZeroTime(-250_000_000, false)));
        Fx.pulse(2);
        assertEquals("50.000 ms", view.picture().scale().zero().moment(300_000_000, 1_000_000));
        Fx.run(() -> view.options().zeroProperty().set(null));
        Fx.pulse(2);
        assertEquals(ZeroTime.ITSELF, view.picture().scale().zero());
    }

    @Test
    void aDragWithShiftSelectsTimeOnTheLanesToo() throws Exception {
        Point2D from = at(0, 300_000_000);
        Point2D to = at(1, 500_000_000);
        TimeRange before = viewport.visible();
        mouse(MouseEvent.MOUSE_PRESSED, from, true);
        mouse(MouseEvent.MOUSE_DRAGGED, from.midpoint(to), true);
        mouse(MouseEvent.MOUSE_DRAGGED, to, true);
        mouse(MouseEvent.MOUSE_RELEASED, to, true);
        assertEquals(300_000_000, viewport.selected().fromNs(), 3_000_000);
        assertEquals(500_000_000, viewport.selected().toNs(), 3_000_000);
        assertEquals(before, viewport.visible());
        mouse(MouseEvent.MOUSE_PRESSED, from, false);
        mouse(MouseEvent.MOUSE_DRAGGED, to, false);
        mouse(MouseEvent.MOUSE_RELEASED, to, false);
        assertEquals(300_000_000, viewport.selected().fromNs(), 3_000_000);
    }

    @Test
    void keysZoomAndPan() throws Exception {
        press(KeyCode.W);
        TimeRange zoomed = viewport.visible();
        assertTrue(zoomed.durationNs() < 1_000_000_000);
        press(KeyCode.D);
        assertTrue(viewport.visible().fromNs() > zoomed.fromNs());
        press(KeyCode.DIGIT0);
        assertEquals(viewport.whole(), viewport.visible());
    }

    @Test
    void hoverTellsTheFacts() throws Exception {
        Point2D at = at(0, 500_000_000);
        Fx.run(() -> robot.mouseMove(at));
        assertEquals(List.of("network for 800.0 ms", "G1 main.worker", "from 100.000 ms to 900.000 ms",
                "not unblocked by the end of the trace"), view.cardLines());
        assertEquals(new Thing.Goroutine(0, 1), selection.hoveredProperty().get());
    }

    @Test
    void aClickOnAHeadingClosesItsSection() throws Exception {
        int before = view.picture().rows().size();
        TimelinePicture.Line heading = view.picture()
                .rows()
                .stream()
                .filter(l -> l.row() instanceof Thing.Heading h && h.section().title().equals("main.worker"))
                .findFirst()
                .orElseThrow();
        click(new Point2D(40, heading.box().y() + 8));
        assertEquals(before - 2, view.picture().rows().size());
    }

    @Test
    void filtersGoroutines() throws Exception {
        Fx.run(() -> view.setFilter("fn:main.w*"));
        assertEquals("2 of 3 goroutines", view.shownProperty().get());
        Fx.run(() -> view.setFilter("blocked>1parsec"));
        assertTrue(view.filterProblemProperty().get().contains("ns, us, ms"), view.filterProblemProperty().get());
    }

    @Test
    void revealingDropsAFilterThatHidesTheThing() throws Exception {
        Fx.run(() -> view.setFilter("fn:main.main"));
        Fx.run(() -> view.reveal(new Thing.Goroutine(0, 1)));
        assertTrue(view.picture().lineOf(new Thing.Goroutine(0)) != null);
    }

    @Test
    void spansAreVisibleInBothPalettes() throws Exception {
        for (Palette palette : new Palette[]{Palette.light(), Palette.dark()}) {
            Fx.run(() -> view.setPalette(palette));
            Point2D at = at(0, 520_000_000);
            Shot shot = Shot.of(view);
            shot.write(Path.of("target/shots/" + (palette == Palette.dark() ? "dark" : "light") + ".png"));
            assertEquals(palette.argb(Role.NETWORK), shot.argb(at.getX(), at.getY()));
        }
    }

    /// The middle of a goroutine's lane at a moment.
    private Point2D at(int goroutine, long ns) {
        TimelinePicture.Line line = view.picture().lineOf(new Thing.Goroutine(goroutine));
        return new Point2D(Math.round(view.picture().scale().px(ns)), line.box().y() + line.box().height() / 2);
    }

    private void click(Point2D at) throws Exception {
        Fx.run(() -> robot.mouseMove(at));
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    private void dragTo(Point2D from, Point2D to) throws Exception {
        Fx.run(() -> robot.mouseMove(from));
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        Fx.run(() -> robot.mouseMove(from.interpolate(to, 0.5)));
        Fx.run(() -> robot.mouseMove(to));
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    /// The headless robot's mouse knows no modifiers, so the event is made by hand; it begins at the node under it.
    private void mouse(EventType<MouseEvent> type, Point2D at, boolean shift) throws Exception {
        Fx.run(() -> Mouse.fire(view, type, at, shift ? Set.of(KeyCode.SHIFT) : Set.of()));
    }

    private void press(KeyCode key) throws Exception {
        Fx.run(() -> robot.keyPress(key));
        Fx.run(() -> robot.keyRelease(key));
    }

    /// The headless robot's wheel knows no modifiers, so the event is made by hand.
    private void wheel(Point2D at, double turn, boolean control, boolean shift) throws Exception {
        Fx.run(() -> view
                .fireEvent(new ScrollEvent(view, view, ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(),
                        shift, control, false, false, true, false, 0, turn, 0, turn,
                        ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 1, null)));
    }
}
