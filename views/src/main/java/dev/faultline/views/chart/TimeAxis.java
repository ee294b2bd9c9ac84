package dev.faultline.views.chart;

import dev.faultline.views.scale.Ticks;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// An axis of trace time with the marks of the timeline's ruler: `0`, `200 ms`, `400 ms`.
final class TimeAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    /// Distance of two labels at least.
    private static final double LABEL_PX = 56;

    TimeAxis(TimeRange range) {
        setAutoRange(false);
        setRange(range.fromNs(), Math.max(range.fromNs() + 1, range.toNs()));
        setLowerMargin(0);
        setUpperMargin(0);
    }

    @Override
    protected List<Tick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        TimeRange shown = new TimeRange(Math.round(getLowerBound()), Math.round(getUpperBound()));
        Ticks ticks = Ticks.of(shown, TimeScale.of(shown, 0, area.getWidth()), LABEL_PX);
        return ticks.moments().<Tick>mapToObj(
                ns -> new NumberTick((double) ns, ticks.label(ns), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0))
                .toList();
    }
}
