package dev.faultline.views.chart;

import dev.faultline.model.words.GoNames;
import dev.faultline.views.paint.Role;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/// Tasks, and what is inferred where there are none, under way over time, stacked by name.
final class TasksChart {
    private static final List<Role> COLOURS = List.of(Role.TASK, Role.RUNNABLE, Role.SYSCALL, Role.RUNNING);
    /// Names that have a colour of their own.
    static final int NAMES = COLOURS.size();
    private static final int LONGEST_NAME = 24;

    private TasksChart() {
    }

    static JFreeChart of(ChartData data, ChartTheme theme) {
        XYPlot plot = TimePlot.over(data.range(), theme);
        ((NumberAxis) plot.getRangeAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        List<StackedArea.Layer> layers = new ArrayList<>();
        for (TaskCounts.TaskType kind : data.tasks().kinds()) {
            Role role = kind.rest() ? Role.OTHER : COLOURS.get(layers.size());
            layers.add(new StackedArea.Layer(label(kind, theme), role, kind.means()));
        }
        StackedArea.add(plot, data.range(), layers, theme);
        return TimePlot.chart(plot, theme);
    }

    private static String label(TaskCounts.TaskType kind, ChartTheme theme) {
        if (kind.rest()) {
            return "Others";
        }
        return kind.name().isEmpty() ? "Unnamed" : GoNames.shorten(theme.printable(kind.name()), LONGEST_NAME);
    }
}
