package dev.faultline.views.chart;

import dev.faultline.model.Metric;
import dev.faultline.model.TraceModel;
import dev.faultline.views.paint.Role;
import java.awt.BasicStroke;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/// Running goroutines over time, against GOMAXPROCS.
final class ProcessorsChart {
    private ProcessorsChart() {
    }

    static JFreeChart of(TraceModel model, Population population, ChartTheme theme) {
        XYPlot plot = TimePlot.over(population.range(), theme);
        ((NumberAxis) plot.getRangeAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        GoroutinesChart.stack(plot, population, List.of(Role.RUNNING, Population.RUNTIME), theme);
        limit(model, population).ifPresent(series -> {
            DefaultXYDataset data = new DefaultXYDataset();
            data.addSeries("GOMAXPROCS", series);
            XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
            line.setSeriesPaint(0, theme.of(Role.TEXT));
            line.setSeriesStroke(0, new BasicStroke(1));
            plot.setDataset(1, data);
            plot.setRenderer(1, line);
        });
        return TimePlot.chart(plot, theme);
    }

    private static Optional<double[][]> limit(TraceModel model, Population population) {
        return MetricSeries.find(model, Metric.GOMAXPROCS)
                .map(metric -> MetricSeries.steps(metric, population.range(), population.steps()));
    }
}
