package dev.faultline.views.chart;

import dev.faultline.views.paint.Role;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/// Live goroutines over time, stacked by what they do.
final class GoroutinesChart {
    /// Bottom to top: what blocks for long lies low and steady, what runs dances on it.
    private static final List<Role> STACK = List.of(Role.NETWORK, Role.CHANNEL, Role.SYNC, Role.OTHER, Role.SLEEP,
            Role.SYSCALL, Role.RUNNABLE, Role.RUNNING);

    private GoroutinesChart() {
    }

    static JFreeChart of(Population population, ChartTheme theme) {
        XYPlot plot = TimePlot.over(population.range(), theme);
        ((NumberAxis) plot.getRangeAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        stack(plot, population, STACK, theme);
        return TimePlot.chart(plot, theme);
    }

    /// Adds one area for each state that occurs. Each reaches down to 0 behind the next lower one, drawn from the highest
    /// to the lowest: areas that only touched would show a light seam where a renderer smooths both edges.
    static void stack(XYPlot plot, Population population, List<Role> roles, ChartTheme theme) {
        List<Role> seen = roles.stream().filter(population::seen).toList();
        DefaultXYDataset data = new DefaultXYDataset();
        XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
        renderer.setLegendArea(new Rectangle2D.Double(-4, -4, 8, 8));
        for (int top = seen.size(); top > 0; top--) {
            List<Role> below = seen.subList(0, top);
            Role role = seen.get(top - 1);
            renderer.setSeriesPaint(data.getSeriesCount(), theme.of(role));
            data.addSeries(label(role), StepSeries.of(population,
                    step -> below.stream().mapToDouble(r -> population.mean(r, step)).sum()));
        }
        plot.setDataset(data);
        plot.setRenderer(renderer);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    }

    private static String label(Role role) {
        return role == Population.RUNTIME ? "Runtime's own" : role.label();
    }
}
