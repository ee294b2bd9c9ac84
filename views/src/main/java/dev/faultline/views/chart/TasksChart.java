package dev.faultline.views.chart;

import dev.faultline.model.Task;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.GoNames;
import dev.faultline.views.scale.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/// User tasks under way over time, stacked by kind.
final class TasksChart {
    private static final List<Role> COLOURS = List.of(Role.TASK, Role.RUNNABLE, Role.SYSCALL, Role.RUNNING, Role.OTHER);
    private static final int NAME = 24;

    private TasksChart() {
    }

    static JFreeChart of(List<Task> tasks, TimeRange range, int steps, ChartTheme theme) {
        XYPlot plot = TimePlot.over(range, theme);
        ((NumberAxis) plot.getRangeAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        Map<String, Long> counts = tasks.stream().collect(Collectors.groupingBy(Task::name, Collectors.counting()));
        List<String> names = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).limit(COLOURS.size() - 1).toList();
        List<StackedArea.Layer> layers = new ArrayList<>();
        for (int i = 0; i <= names.size(); i++) {
            LevelSum sum = new LevelSum(range, steps);
            int rank = i;
            tasks.stream().filter(task -> rank < names.size()
                    ? task.name().equals(names.get(rank))
                    : !names.contains(task.name())).forEach(task -> sum.add(task.startNs(), task.endNs()));
            String label = i < names.size() ? GoNames.shorten(theme.printable(names.get(i)), NAME) : "Other tasks";
            layers.add(new StackedArea.Layer(label.isEmpty() ? "Unnamed" : label, COLOURS.get(i), sum.means()));
        }
        StackedArea.add(plot, range, layers, theme);
        return TimePlot.chart(plot, theme);
    }
}
