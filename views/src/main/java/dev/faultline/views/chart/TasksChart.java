package dev.faultline.views.chart;

import dev.faultline.model.Task;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.GoNames;
import dev.faultline.views.scale.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
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
        List<String> names = mostCommon(tasks);
        LevelSum[] sums = new LevelSum[names.size() + 1];
        Arrays.setAll(sums, i -> new LevelSum(range, steps));
        for (Task task : tasks) {
            int rank = names.indexOf(task.name());
            sums[rank < 0 ? names.size() : rank].add(task.startNs(), task.endNs());
        }
        List<StackedArea.Layer> layers = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            String label = i < names.size() ? GoNames.shorten(theme.printable(names.get(i)), NAME) : "Other tasks";
            layers.add(new StackedArea.Layer(label.isEmpty() ? "Unnamed" : label, COLOURS.get(i), sums[i].means()));
        }
        StackedArea.add(plot, range, layers, theme);
        return TimePlot.chart(plot, theme);
    }

    private static List<String> mostCommon(List<Task> tasks) {
        Map<String, Long> counts = tasks.stream().collect(Collectors.groupingBy(Task::name, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).limit(COLOURS.size() - 1).toList();
    }
}
