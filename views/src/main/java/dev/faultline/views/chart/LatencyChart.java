package dev.faultline.views.chart;

import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

/// How long goroutines stood in the run queue before they ran: a histogram over a logarithmic axis, eight bars for each
/// power of ten, with the usual quantiles marked.
final class LatencyChart {
    private static final int BARS_PER_DECADE = 8;

    private LatencyChart() {
    }

    static JFreeChart of(Histogram latencies, ChartTheme theme) {
        int first = (int) Math.log10(Math.max(10, latencies.quantile(0)));
        int last = Math.max(first + 3, (int) Math.ceil(Math.log10(latencies.max() + 1.0)));
        NumberAxis time = new DecadeAxis(first, last);
        TimePlot.dress(time, theme);
        NumberAxis counts = new NumberAxis();
        counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        counts.setNumberFormatOverride(new UnitFormat(Units::count));
        // room for the names of the quantiles
        counts.setUpperMargin(0.18);
        TimePlot.dress(counts, theme);
        XYPlot plot = TimePlot.dress(new XYPlot(bars(latencies, first, last), time, counts, null), theme);
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setLegendArea(new Rectangle2D.Double(-4, -4, 8, 8));
        renderer.setSeriesPaint(0, theme.of(Role.RUNNABLE));
        plot.setRenderer(renderer);
        mark(plot, "median", latencies.quantile(0.5), theme);
        mark(plot, "p99", latencies.quantile(0.99), theme);
        ValueMarker worst = mark(plot, "max", latencies.max(), theme);
        worst.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        worst.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        return TimePlot.chart(plot, theme);
    }

    private static DefaultXYDataset bars(Histogram latencies, int first, int last) {
        int bars = (last - first) * BARS_PER_DECADE;
        double[][] points = new double[2][2 * bars];
        for (int i = 0; i < bars; i++) {
            double from = first + (double) i / BARS_PER_DECADE;
            double to = from + 1.0 / BARS_PER_DECADE;
            points[0][2 * i] = from;
            points[0][2 * i + 1] = to;
            points[1][2 * i] = latencies.between(i == 0 ? 0 : Math.pow(10, from), Math.pow(10, to));
            points[1][2 * i + 1] = points[1][2 * i];
        }
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("Time from runnable to running", points);
        return data;
    }

    private static ValueMarker mark(XYPlot plot, String name, long ns, ChartTheme theme) {
        ValueMarker marker = new ValueMarker(Math.log10(Math.max(1, ns)), theme.of(Role.DIM), new BasicStroke(0.8f));
        marker.setLabel(name);
        marker.setLabelFont(theme.font());
        marker.setLabelPaint(theme.of(Role.DIM));
        marker.setLabelBackgroundColor(theme.of(Role.BACKGROUND));
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
        marker.setLabelOffset(new RectangleInsets(2, 2, 2, 2));
        plot.addDomainMarker(marker);
        return marker;
    }

    /// An axis of logarithms of nanoseconds that prints the durations: `1 µs`, `10 µs`, `100 µs`.
    private static final class DecadeAxis extends NumberAxis {
        private static final long serialVersionUID = 1;

        DecadeAxis(int from, int to) {
            setAutoRange(false);
            // room for the last label
            setRange(from, to + 0.4);
        }

        @Override
        protected List<Tick> refreshTicksHorizontal(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
            return IntStream.rangeClosed((int) Math.ceil(getLowerBound()), (int) Math.floor(getUpperBound()))
                    .<Tick>mapToObj(decade -> new NumberTick((double) decade,
                            label(decade), TextAnchor.TOP_CENTER,
                            TextAnchor.TOP_CENTER, 0))
                    .toList();
        }

        private static String label(int decade) {
            long ns = (long) Math.pow(10, decade);
            return Units.tick(ns, ns);
        }
    }
}
