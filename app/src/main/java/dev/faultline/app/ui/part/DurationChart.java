package dev.faultline.app.ui.part;

import dev.faultline.model.words.Units;
import dev.faultline.views.chart.ChartReading;
import dev.faultline.views.chart.HistogramChart;
import dev.faultline.views.scale.TimeRange;
import java.util.function.DoubleConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.JFreeChart;

/// A chart over durations, such as a histogram: pointing at it tells the values, a click goes to what they are of.
public final class DurationChart extends ChartBox {
    private final boolean bars;

    /// @param bars whether it has bars rather than a curve
    /// @param clicked takes where it was clicked, as a logarithm of nanoseconds
    public DurationChart(boolean bars, DoubleConsumer clicked) {
        this.bars = bars;
        place().setCursor(Cursor.HAND);
        place().addEventHandler(MouseEvent.MOUSE_MOVED, e -> point(e.getX()));
        place().addEventHandler(MouseEvent.MOUSE_EXITED, _ -> say(""));
        place().addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getButton() == MouseButton.PRIMARY && inPlot(e.getX())) {
                clicked.accept(picture().across(e.getX()));
            }
        });
    }

    private boolean inPlot(double px) {
        return px >= picture().plotArea().getX() && px <= picture().plotArea().getMaxX();
    }

    private void point(double px) {
        JFreeChart chart = picture().chart();
        if (chart == null || !inPlot(px)) {
            say("");
            return;
        }
        double at = picture().across(px);
        String values = String.join(", ", ChartReading.at(chart, at));
        TimeRange bar = HistogramChart.barAt(at);
        say((bars
                ? "from " + Units.duration(bar.fromNs()) + " to " + Units.duration(bar.toNs())
                : "in windows of " + Units.duration(Math.round(Math.pow(10, at)))) + ": "
                + (values.isEmpty() ? "none" : values));
    }

    /// Draws now if it has come in sight.
    public void drawSeen() {
        picture().drawIfSeen();
    }
}
