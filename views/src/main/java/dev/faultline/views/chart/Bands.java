package dev.faultline.views.chart;

import dev.faultline.model.Range;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/// Stretches of time, tinted behind a plot.
final class Bands {
    private Bands() {
    }

    /// @param columns px of the picture: bands closer than one are drawn as one
    /// @param paint opaque tint
    /// @param label for the legend
    record Look(int columns, Color paint, String label) {}

    /// Adds those of the ranges, which come by their start, that lie in the plot's time. Call it last: it fixes
    /// the legend.
    static void add(XYPlot plot, List<Range> ranges, Look look) {
        double from = plot.getDomainAxis().getLowerBound();
        double to = plot.getDomainAxis().getUpperBound();
        double column = (to - from) / look.columns();
        double start = Double.NaN;
        double end = Double.NEGATIVE_INFINITY;
        for (Range range : ranges) {
            if (range.endNs() < from || range.startNs() > to) {
                continue;
            }
            if (range.startNs() > end + column) {
                mark(plot, start, end, look.paint());
                start = range.startNs();
            }
            end = Math.max(end, Math.max(range.endNs(), range.startNs() + column / 2));
        }
        mark(plot, start, end, look.paint());
        if (!Double.isNaN(start)) {
            LegendItemCollection items = plot.getLegendItems();
            items.add(
                    new LegendItem(look.label(), null, null, null, new Rectangle2D.Double(-4, -4, 8, 8), look.paint()));
            plot.setFixedLegendItems(items);
        }
    }

    private static void mark(XYPlot plot, double start, double end, Color paint) {
        if (!Double.isNaN(start)) {
            IntervalMarker marker = new IntervalMarker(start, end, paint);
            marker.setAlpha(1);
            marker.setOutlinePaint(null);
            plot.addDomainMarker(0, marker, Layer.BACKGROUND, false);
        }
    }
}
