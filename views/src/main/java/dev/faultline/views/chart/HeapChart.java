package dev.faultline.views.chart;

import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/// Live heap and heap goal, with the GC mark phases behind them.
final class HeapChart {
    private HeapChart() {
    }

    /// The chart; empty when the trace holds no heap sizes.
    static Optional<JFreeChart> of(TraceModel model, TimeRange range, int columns, ChartTheme theme) {
        Optional<Metric> heap = MetricSeries.find(model, Metric.HEAP_OBJECTS);
        Optional<Metric> goal = MetricSeries.find(model, Metric.HEAP_GOAL);
        if (heap.isEmpty() && goal.isEmpty()) {
            return Optional.empty();
        }
        XYPlot plot = TimePlot.over(range, theme);
        NumberAxis bytes = (NumberAxis) plot.getRangeAxis();
        bytes.setNumberFormatOverride(new UnitFormat(Units::bytes));
        goal.ifPresent(metric -> line(plot, MetricSeries.steps(metric, range, columns), theme));
        heap.ifPresent(metric -> area(plot, MetricSeries.steps(metric, range, columns), theme));
        Bands.add(plot, model.ranges(Range.Kind.GC_MARK), new Bands.Look(columns, theme.tint(Role.GC), "Mark phase"));
        return Optional.of(TimePlot.chart(plot, theme));
    }

    private static void line(XYPlot plot, double[][] points, ChartTheme theme) {
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("Heap goal", points);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, theme.of(Role.TEXT));
        renderer.setSeriesStroke(0,
                new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{4, 2}, 0));
        plot.setDataset(0, data);
        plot.setRenderer(0, renderer);
    }

    private static void area(XYPlot plot, double[][] points, ChartTheme theme) {
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries("Heap objects", points);
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setLegendArea(new Rectangle2D.Double(-4, -4, 8, 8));
        renderer.setSeriesPaint(0, theme.of(Role.NETWORK));
        plot.setDataset(1, data);
        plot.setRenderer(1, renderer);
    }
}
