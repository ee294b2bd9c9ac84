package dev.faultline.app.ui.part;

import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Fractures;
import java.util.BitSet;
import java.util.List;

/// Sums over all tasks and regions of a trace.
///
/// @param regions their number
public record SpanTotals(Tasks tasks, int regions, List<SpanType> taskTypes, List<SpanType> regionTypes,
        Fractures fractures) {
    /// The tasks in columns, each looked up once.
    public record Tasks(String[] name, long[] startNs, long[] durationNs, BitSet ended, int[] goroutines, int[] regions,
            int[] creator) {
        private static Tasks of(List<Task> all) {
            int n = all.size();
            var columns = new Tasks(new String[n], new long[n], new long[n], new BitSet(n), new int[n], new int[n],
                    new int[n]);
            for (int i = 0; i < n; i++) {
                Task task = all.get(i);
                columns.name[i] = task.name();
                columns.startNs[i] = task.startNs();
                columns.durationNs[i] = task.durationNs();
                columns.ended.set(i, task.ended());
                columns.goroutines[i] = task.goroutines().size();
                columns.regions[i] = task.regions().size();
                columns.creator[i] = task.creator();
            }
            return columns;
        }

        public int size() {
            return name.length;
        }
    }

    public static SpanTotals of(Facts facts) {
        TraceModel model = facts.model();
        Tasks tasks = Tasks.of(model.tasks());
        List<Region> regions = model.regions();
        return new SpanTotals(tasks, regions.size(), SpanType.of(new SpanType.All(tasks.size(), i -> tasks.name[i],
                i -> tasks.durationNs[i], tasks.ended::get)),
                SpanType.of(new SpanType.All(regions.size(), i -> regions.get(i).name(),
                        i -> regions.get(i).durationNs(), i -> regions.get(i).ended())),
                facts.fractures());
    }

    public int openTasks() {
        return taskTypes.stream().mapToInt(SpanType::open).sum();
    }

    public int openRegions() {
        return regionTypes.stream().mapToInt(SpanType::open).sum();
    }
}
