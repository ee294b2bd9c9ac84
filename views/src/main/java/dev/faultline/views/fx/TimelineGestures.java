package dev.faultline.views.fx;

import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.paint.MapPainter;
import dev.faultline.views.timeline.picture.Geometry;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Unfolder;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Turns mouse, wheel and keys into changes of the viewport, the rows' scroll and the selection.
final class TimelineGestures {
    private static final double STEP = 1.0015;
    private static final double KEY_ZOOM = 0.7;
    private static final double KEY_PAN = 0.12;
    /// A press that moves less is a click.
    private static final double STILL_PX = 3;

    /// The signs at the left of names, which unfold a row.
    private static final double FOLD_PX = 24;

    /// What a drag that began somewhere does.
    private enum Drag {
        NONE, PAN, RANGE, MAP
    }

    private final TimelineView view;
    private final Viewport viewport;
    private Drag drag = Drag.NONE;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean moved;
    private final EventHandler<KeyEvent> windowKeys = this::windowKey;

    TimelineGestures(TimelineView view, Viewport viewport) {
        this.view = view;
        this.viewport = viewport;
        view.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, e -> view.point(e.getX(), e.getY()));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> view.pointNowhere());
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.sceneProperty().addListener((_, before, now) -> follow(before, now));
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, view::menu);
    }

    private Geometry geometry() {
        return view.picture().geometry();
    }

    private TimeScale scale() {
        return view.picture().scale();
    }

    private void wheel(ScrollEvent e) {
        // with Shift, some platforms turn the wheel's way by themselves
        double turn = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
        if (e.isControlDown() || geometry().map().contains(e.getX(), e.getY())) {
            long fixed = geometry().map().contains(e.getX(), e.getY())
                    ? viewport.visible().middleNs()
                    : scale().ns(Math.max(e.getX(), geometry().names()));
            viewport.zoom(Math.pow(STEP, -turn * 2), fixed);
        } else if (e.isShiftDown() || Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY())) {
            double px = e.isShiftDown() ? turn : e.getDeltaX();
            viewport.pan(Math.round(-px * scale().nsPerPx()));
        } else {
            view.scrollBy(-e.getDeltaY());
        }
        view.point(e.getX(), e.getY());
        e.consume();
    }

    private void press(MouseEvent e) {
        view.requestFocus();
        pressX = e.getX();
        pressY = e.getY();
        lastX = pressX;
        lastY = pressY;
        moved = false;
        drag = Drag.NONE;
        if (e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (geometry().map().contains(pressX, pressY)) {
            drag = Drag.MAP;
            toMap(pressX);
        } else if (geometry().ruler().contains(pressX, pressY) || e.isShiftDown() && geometry().inTime(pressX)) {
            drag = Drag.RANGE;
        } else if (geometry().lanes().contains(pressX, pressY)) {
            drag = Drag.PAN;
        }
    }

    private void drag(MouseEvent e) {
        if (!moved && Math.hypot(e.getX() - pressX, e.getY() - pressY) < STILL_PX) {
            return;
        }
        moved = true;
        switch (drag) {
            case PAN -> {
                viewport.pan(Math.round((lastX - e.getX()) * scale().nsPerPx()));
                view.scrollBy(lastY - e.getY());
            }
            case RANGE -> viewport.selectedProperty()
                    .set(TimeRange.between(scale().ns(pressX), scale().ns(e.getX())).within(viewport.whole()));
            case MAP -> toMap(e.getX());
            case NONE -> {
                // a drag of the names or with another button does nothing
            }
        }
        lastX = e.getX();
        lastY = e.getY();
        view.hideCard();
    }

    private void release(MouseEvent e) {
        if (moved || e.getButton() != MouseButton.PRIMARY || drag == Drag.MAP) {
            drag = Drag.NONE;
            return;
        }
        if (drag == Drag.RANGE && geometry().ruler().contains(e.getX(), e.getY())) {
            viewport.selectedProperty().set(null);
        } else if (view.clickMark(e.getX(), e.getY())) {
            return;
        } else {
            TimelinePicture.Hit hit = view.picture().hit(e.getX(), e.getY());
            if (hit != null) {
                click(e, hit);
            }
        }
        drag = Drag.NONE;
    }

    private void click(MouseEvent e, TimelinePicture.Hit hit) {
        if (view.openOrClose(hit)) {
            boolean again = e.getClickCount() == 2 && !(view.meant(hit) instanceof Thing.None);
            if (again) {
                view.zoomTo(view.meant(hit));
            }
            return;
        }
        if (e.getX() < FOLD_PX && Unfolder.unfolds(hit.line().row())) {
            view.unfold(hit.line().row());
        } else if (e.isControlDown()) {
            view.followWaker(view.meant(hit));
        } else if (e.getClickCount() == 2) {
            view.zoomTo(view.meant(hit));
        } else {
            view.select(view.meant(hit));
        }
    }

    private void toMap(double x) {
        long ns = MapPainter.scale(geometry(), viewport.whole().toNs()).ns(x);
        viewport.pan(ns - viewport.visible().middleNs());
    }

    private void key(KeyEvent e) {
        if (!e.isAltDown() && !e.isShortcutDown()) {
            plainKey(e);
        }
    }

    /// Listens to the keys of the whole window as long as the view is shown there: nobody should have to click it first.
    private void follow(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removeEventHandler(KeyEvent.KEY_PRESSED, windowKeys);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, windowKeys);
        }
    }

    private void windowKey(KeyEvent e) {
        Scene scene = view.getScene();
        boolean typing = scene != null && scene.getFocusOwner() instanceof TextInputControl;
        if (!e.isConsumed() && !typing && !e.isAltDown() && !e.isShortcutDown()) {
            walkKey(e);
        }
    }

    /// Keys that the window has no command for.
    private void walkKey(KeyEvent e) {
        long step = Math.max(1, Math.round(viewport.visible().durationNs() * KEY_PAN));
        boolean shift = e.isShiftDown();
        switch (e.getCode()) {
            case W -> done(e, () -> viewport.zoom(KEY_ZOOM, view.pointedNs()));
            case S -> done(e, () -> viewport.zoom(1 / KEY_ZOOM, view.pointedNs()));
            case A -> done(e, () -> viewport.pan(-step));
            case D -> done(e, () -> viewport.pan(step));
            case UP -> done(e,
                    shift
                            ? () -> viewport.zoom(KEY_ZOOM, view.pointedNs())
                            : () -> view.navigator().walk(-1, view.firstRow()));
            case DOWN -> done(e,
                    shift
                            ? () -> viewport.zoom(1 / KEY_ZOOM, view.pointedNs())
                            : () -> view.navigator().walk(1, view.firstRow()));
            case LEFT -> done(e, shift ? () -> viewport.pan(-step) : () -> view.navigator().step(-1, view.firstRow()));
            case RIGHT -> done(e, shift ? () -> viewport.pan(step) : () -> view.navigator().step(1, view.firstRow()));
            case O -> done(e, () -> view.runtimeShownProperty().set(!view.runtimeShownProperty().get()));
            case COMMA -> done(e, () -> view.navigator().step(-1, view.firstRow()));
            case PERIOD -> done(e, () -> view.navigator().step(1, view.firstRow()));
            default -> {
                // not ours
            }
        }
    }

    private void plainKey(KeyEvent e) {
        walkKey(e);
        switch (e.getCode()) {
            case PLUS, ADD, EQUALS -> done(e, () -> viewport.zoom(KEY_ZOOM, view.pointedNs()));
            case MINUS, SUBTRACT -> done(e, () -> viewport.zoom(1 / KEY_ZOOM, view.pointedNs()));
            case F -> done(e, view::zoomToSelection);
            case DIGIT0, NUMPAD0 -> done(e, viewport::showWhole);
            case PAGE_UP -> done(e, () -> view.scrollBy(-geometry().lanes().height() * 0.9));
            case PAGE_DOWN -> done(e, () -> view.scrollBy(geometry().lanes().height() * 0.9));
            case HOME -> done(e, () -> view.scrollBy(Double.NEGATIVE_INFINITY));
            case END -> done(e, () -> view.scrollBy(Double.POSITIVE_INFINITY));
            case ENTER -> done(e, view::unfoldSelected);
            case ESCAPE -> done(e, view::clear);
            default -> {
                // not ours
            }
        }
    }

    private static void done(Event e, Runnable action) {
        action.run();
        e.consume();
    }
}
