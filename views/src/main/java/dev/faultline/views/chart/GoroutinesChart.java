package dev.faultline.views.chart;

import dev.faultline.views.paint.Role;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

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

    static void stack(XYPlot plot, Population population, List<Role> roles, ChartTheme theme) {
        StackedArea.add(plot, population.range(), roles.stream()
                .map(role -> new StackedArea.Layer(label(role), role, population.means(role))).toList(), theme);
    }

    private static String label(Role role) {
        return role == Population.RUNTIME ? "Runtime" : role.label();
    }
}
