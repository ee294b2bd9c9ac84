package dev.faultline.app.ui.part;

import dev.faultline.model.words.Units;
import dev.faultline.views.chart.ChartReading;
import dev.faultline.views.fx.Viewport;
import dev.faultline.views.scale.TimeRange;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/// A chart over time. Its time is that of the timeline: Ctrl+wheel zooms, Shift+wheel and dragging pan, Shift+drag selects a
/// range, a double click shows the whole trace. The wheel alone belongs to the page.
final class TimeChart extends ChartBox {
    /// As the timeline's wheel.
    private static final double STEP = 1.0015;
    private static final double STILL_PX = 3;

    private final Viewport viewport;
    private final ObjectProperty<@Nullable Long> pointed;
    private final ObjectProperty<@Nullable Long> marked;
    private final Line pointer = line("chart-pointer");
    private final Line mark = line("chart-mark");
    private final Rectangle selected = new Rectangle();
    private double pressX;
    private double lastX;
    private boolean moved;

    /// @param pointed the moment under the pointer, null when it is elsewhere
    /// @param marked the moment that was clicked
    TimeChart(Viewport viewport, ObjectProperty<@Nullable Long> pointed, ObjectProperty<@Nullable Long> marked) {
        this.viewport = viewport;
        this.pointed = pointed;
        this.marked = marked;
        selected.getStyleClass().add("chart-selected");
        selected.setManaged(false);
        var overlay = new Pane(selected, pointer, mark);
        overlay.setMouseTransparent(true);
        overlay.setMinWidth(0);
        place().getChildren().add(overlay);
        place().addEventHandler(ScrollEvent.SCROLL, this::wheel);
        place().addEventHandler(MouseEvent.MOUSE_MOVED, e -> pointed.set(momentAt(e.getX())));
        place().addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointed.set(null));
        place().addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        place().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        place().addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        picture().layoutBoundsProperty().subscribe(_ -> mark());
    }

    private static Line line(String style) {
        var line = new Line();
        line.getStyleClass().add(style);
        line.setManaged(false);
        line.setVisible(false);
        return line;
    }

    void showTime(TimeRange range) {
        picture().showAcross(range.fromNs(), range.toNs());
        mark();
    }

    /// Shows where the pointer, the marked moment and the selected time are.
    void mark() {
        Rectangle2D area = picture().plotArea();
        place(pointer, pointed.get(), area);
        place(mark, marked.get(), area);
        TimeRange range = viewport.selected();
        selected.setVisible(range != null && area.getWidth() > 0);
        if (range != null) {
            double from = Math.max(area.getX(), picture().px(range.fromNs()));
            double to = Math.min(area.getMaxX(), picture().px(range.toNs()));
            selected.setX(from);
            selected.setWidth(Math.max(0, to - from));
            selected.setY(area.getY());
            selected.setHeight(area.getHeight());
        }
        Long at = pointed.get() == null ? marked.get() : pointed.get();
        say(at == null ? "" : reading(at));
    }

    private void place(Line line, @Nullable Long ns, Rectangle2D area) {
        double px = ns == null ? Double.NaN : Math.floor(picture().px(ns)) + 0.5;
        line.setVisible(px >= area.getX() && px <= area.getMaxX());
        line.setStartX(px);
        line.setEndX(px);
        line.setStartY(area.getY());
        line.setEndY(area.getMaxY());
    }

    private String reading(long ns) {
        JFreeChart chart = picture().chart();
        if (chart == null) {
            return "";
        }
        List<String> values = ChartReading.at(chart, ns);
        return "at " + viewport.moments().at(ns) + (values.isEmpty() ? "" : ": " + String.join(", ", values));
    }

    /// The moment at a px, null beside the plot.
    private @Nullable Long momentAt(double px) {
        Rectangle2D area = picture().plotArea();
        return px < area.getX() || px > area.getMaxX() ? null : Math.round(picture().across(px));
    }

    private double nsPerPx() {
        return viewport.visible().durationNs() / Math.max(1, picture().plotArea().getWidth());
    }

    private void wheel(ScrollEvent e) {
        // with Shift, some platforms turn the wheel's way by themselves
        double turn = e.getDeltaY() != 0 ? e.getDeltaY() : e.getDeltaX();
        if (e.isControlDown()) {
            Long at = momentAt(e.getX());
            viewport.zoom(Math.pow(STEP, -turn * 2), at == null ? viewport.visible().middleNs() : at);
            e.consume();
        } else if (e.isShiftDown()) {
            viewport.pan(Math.round(-turn * nsPerPx()));
            e.consume();
        }
    }

    private void press(MouseEvent e) {
        pressX = e.getX();
        lastX = pressX;
        moved = false;
    }

    private void drag(MouseEvent e) {
        moved |= Math.abs(e.getX() - pressX) >= STILL_PX;
        if (!moved || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (e.isShiftDown()) {
            viewport.selectedProperty()
                    .set(TimeRange.between(Math.round(picture().across(pressX)), Math.round(picture().across(e.getX())))
                            .within(viewport.whole()));
        } else {
            viewport.pan(Math.round((lastX - e.getX()) * nsPerPx()));
        }
        lastX = e.getX();
    }

    private void click(MouseEvent e) {
        if (moved || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (e.getClickCount() == 2) {
            viewport.showWhole();
        } else {
            marked.set(momentAt(e.getX()));
        }
    }
}
