package dev.faultline.views.chart;

import dev.faultline.views.scale.Ticks;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// An axis of trace time with the marks of the timeline's ruler: `0`, `200 ms`, `400 ms`.
final class TimeAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    /// Distance of two labels at least, and the room between them.
    private static final double LABEL_PX = 56;
    private static final double GAP_PX = 14;

    private final long calledNs;

    /// @param calledNs what trace time 0 is called
    TimeAxis(TimeRange range, long calledNs) {
        this.calledNs = calledNs;
        setAutoRange(false);
        setRange(range.fromNs(), Math.max(range.fromNs() + 1, range.toNs()));
        setLowerMargin(0);
        setUpperMargin(0);
    }

    @Override
    protected List<Tick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
        TimeRange shown = new TimeRange(Math.round(getLowerBound()), Math.round(getUpperBound()));
        TimeScale scale = TimeScale.of(shown, 0, area.getWidth()).called(calledNs);
        FontMetrics font = g2.getFontMetrics(getTickLabelFont());
        Ticks ticks = Ticks.of(shown, scale, LABEL_PX);
        double widest = widest(ticks, font) + GAP_PX;
        if (widest > LABEL_PX) {
            ticks = Ticks.of(shown, scale, widest);
        }
        List<Tick> marks = new ArrayList<>();
        for (long ns : ticks.moments().toArray()) {
            String label = ticks.label(ns);
            double half = font.stringWidth(label) / 2.0;
            // a label that would be cut off at the edge is left out, its mark is not
            boolean fits = scale.px(ns) + half <= area.getWidth() + TimePlot.RIGHT_PX;
            marks.add(new NumberTick((double) ns, fits ? label : "", TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
        }
        return marks;
    }

    private static double widest(Ticks ticks, FontMetrics font) {
        return ticks.moments().mapToInt(ns -> font.stringWidth(ticks.label(ns))).max().orElse(0);
    }
}
