package dev.faultline.views.chart;

import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

/// How often durations occur: a histogram over a logarithmic axis, eight bars for each power of ten, with the usual quantiles
/// marked.
public final class HistogramChart {
    private static final int BARS_PER_DECADE = 8;

    private HistogramChart() {
    }

    /// What durations are of.
    ///
    /// @param label for the legend
    /// @param role colour of the bars
    record Look(String label, Role role) {}

    static JFreeChart of(Histogram durations, Look look, ChartTheme theme) {
        int first = (int) Math.log10(Math.max(10, durations.quantile(0)));
        int last = Math.max(first + 3, (int) Math.ceil(Math.log10(durations.max() + 1.0)));
        NumberAxis time = new DecadeAxis(first, last);
        TimePlot.dress(time, theme);
        NumberAxis counts = new NumberAxis();
        counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        counts.setNumberFormatOverride(new UnitFormat(Units::count));
        // room for the names of the quantiles, one below the other
        counts.setUpperMargin(0.34);
        TimePlot.dress(counts, theme);
        XYPlot plot = TimePlot.dress(new XYPlot(bars(durations, first, last, look.label()), time, counts, null), theme);
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setLegendArea(new Rectangle2D.Double(-4, -4, 8, 8));
        renderer.setSeriesPaint(0, theme.of(look.role()));
        plot.setRenderer(renderer);
        mark(plot, "median", durations.quantile(0.5), 0, theme);
        mark(plot, "p99", durations.quantile(0.99), 1, theme);
        ValueMarker worst = mark(plot, "max", durations.max(), 2, theme);
        worst.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        worst.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return TimePlot.chart(plot, theme);
    }

    /// The durations of the bar at a place of the horizontal axis, nanoseconds.
    ///
    /// @param across logarithm of nanoseconds to the base of 10
    public static TimeRange barAt(double across) {
        double from = Math.floor(across * BARS_PER_DECADE) / BARS_PER_DECADE;
        return new TimeRange(Math.round(Math.pow(10, from)), Math.round(Math.pow(10, from + 1.0 / BARS_PER_DECADE)));
    }

    private static DefaultXYDataset bars(Histogram durations, int first, int last, String label) {
        int bars = (last - first) * BARS_PER_DECADE;
        double[][] points = new double[2][2 * bars];
        for (int i = 0; i < bars; i++) {
            double from = first + (double) i / BARS_PER_DECADE;
            double to = from + 1.0 / BARS_PER_DECADE;
            points[0][2 * i] = from;
            points[0][2 * i + 1] = to;
            points[1][2 * i] = durations.between(i == 0 ? 0 : Math.pow(10, from), Math.pow(10, to));
            points[1][2 * i + 1] = points[1][2 * i];
        }
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries(label, points);
        return data;
    }

    private static ValueMarker mark(XYPlot plot, String name, long ns, int line, ChartTheme theme) {
        ValueMarker marker = new ValueMarker(Math.log10(Math.max(1, ns)), theme.of(Role.DIM), new BasicStroke(0.8f));
        marker.setLabel(name);
        marker.setLabelFont(theme.font());
        marker.setLabelPaint(theme.of(Role.DIM));
        marker.setLabelBackgroundColor(theme.of(Role.BACKGROUND));
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        marker.setLabelOffset(new RectangleInsets(2 + line * 1.3 * theme.font().getSize(), 2, 2, 2));
        plot.addDomainMarker(marker);
        return marker;
    }
}
