package dev.faultline.views.chart;

import dev.faultline.model.analysis.measure.LevelSum;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.views.scale.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tasks, and what is inferred where there are none, under way over time, by name: those of the most common names apart, the
/// rest together.
///
/// @param total number of all
/// @param inferred number of those that the program does not mark
/// @param kinds the most common first, the rest last
public record TaskCounts(long total, long inferred, List<TaskType> kinds) {
    /// While they are not counted.
    static final TaskCounts UNKNOWN = new TaskCounts(-1, 0, List.of());

    /// Names that are counted apart while it is not known yet which are the most common.
    private static final int CANDIDATES = 256;

    /// @param name their name, empty for the rest
    /// @param rest whether it stands for all other names
    /// @param means number under way in each step
    public record TaskType(String name, boolean rest, double[] means) {}

    private static final class Sum {
        private final LevelSum level;
        private long count;

        Sum(TimeRange range, int steps) {
            level = new LevelSum(range.fromNs(), range.toNs(), steps);
        }

        void add(Run run) {
            level.add(run.fromNs(), run.toNs());
            count++;
        }
    }

    /// Counts all but the background task, which is no task of the program.
    ///
    /// @param runs tasks and what is inferred
    /// @param names how many names to keep apart
    static TaskCounts of(List<Run> runs, TimeRange range, int steps, int names) {
        Map<String, Sum> sums = new HashMap<>();
        Sum rest = new Sum(range, steps);
        long total = 0;
        long inferred = 0;
        for (Run run : runs) {
            if (run.inferred() || run.task() != 0) {
                total++;
                inferred += run.inferred() ? 1 : 0;
                Sum sum = sums.get(run.name());
                if (sum == null && sums.size() < CANDIDATES) {
                    sum = new Sum(range, steps);
                    sums.put(run.name(), sum);
                }
                (sum == null ? rest : sum).add(run);
            }
        }
        List<Map.Entry<String, Sum>> order = new ArrayList<>(sums.entrySet());
        order.sort(Comparator.comparing((Map.Entry<String, Sum> e) -> -e.getValue().count)
                .thenComparing(Map.Entry::getKey));
        List<TaskType> kinds = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Sum sum = order.get(i).getValue();
            if (i < names) {
                kinds.add(new TaskType(order.get(i).getKey(), false, sum.level.means()));
            } else {
                rest.level.add(sum.level);
            }
        }
        kinds.add(new TaskType("", true, rest.level.means()));
        return new TaskCounts(total, inferred, List.copyOf(kinds));
    }
}
