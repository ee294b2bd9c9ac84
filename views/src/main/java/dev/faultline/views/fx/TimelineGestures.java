package dev.faultline.views.fx;

import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.paint.MapPainter;
import dev.faultline.views.timeline.picture.Geometry;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Unfolder;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Turns mouse, wheel and keys into changes of the viewport, the rows' scroll and the selection.
final class TimelineGestures {
    private static final double STEP = 1.0015;
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

    TimelineGestures(TimelineView view, Viewport viewport) {
        this.view = view;
        this.viewport = viewport;
        view.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(MouseEvent.MOUSE_MOVED, e -> view.point(e.getX(), e.getY()));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> view.pointNowhere());
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
        view.point(lastX, lastY);
        view.hideCard();
    }

    private void release(MouseEvent e) {
        if (moved || e.getButton() != MouseButton.PRIMARY || drag == Drag.MAP) {
            drag = Drag.NONE;
            return;
        }
        if (view.clickMark(e.getX(), e.getY())) {
            drag = Drag.NONE;
            return;
        }
        if (drag == Drag.RANGE && geometry().ruler().contains(e.getX(), e.getY())) {
            viewport.selectedProperty().set(null);
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
}
