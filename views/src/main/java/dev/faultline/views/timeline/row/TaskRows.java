package dev.faultline.views.timeline.row;

import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.views.timeline.row.Thing.Row;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of tasks of one name: first those whose work went on after their end, then those that did not end, then in
/// order of time. A trace may hold hundreds of thousands: what is kept are columns, a row is made when it is asked for.
final class TaskRows implements Listing {
    private static final String PART = "task-rows";

    private final TraceModel model;
    private final String name;
    private final int outlived;
    private final int open;
    /// Indices into the model's tasks, in order of the rows.
    final int[] order;
    /// By row.
    final long[] ids;
    final long[] workEndNs;

    /// What is known of the tasks before they are sorted.
    private record Known(long[] ids, long[] startNs, long[] workEndNs, BitSet late, BitSet ended) {
        Known(int n) {
            this(new long[n], new long[n], new long[n], new BitSet(n), new BitSet(n));
        }

        IntComparator order() {
            IntComparator wrongFirst = (a, b) -> Boolean.compare(late.get(b), late.get(a));
            return wrongFirst.thenComparing((a, b) -> Boolean.compare(ended.get(a), ended.get(b)))
                    .thenComparing((a, b) -> Long.compare(startNs[a], startNs[b]))
                    .thenComparing((a, b) -> Long.compare(ids[a], ids[b])).thenComparing(Integer::compare);
        }
    }

    /// @param tasks indices into the model's tasks
    TaskRows(TraceModel model, String name, IntList tasks) {
        this.model = model;
        this.name = name;
        int n = tasks.size();
        Known known = new Known(n);
        for (int i = 0; i < n; i++) {
            Task task = model.tasks().get(tasks.getInt(i));
            known.ids[i] = task.id();
            known.startNs[i] = task.startNs();
            known.workEndNs[i] = TaskWork.endNs(model, task);
            known.late.set(i, known.workEndNs[i] > task.endNs());
            known.ended.set(i, task.ended());
        }
        outlived = known.late.cardinality();
        open = n - known.ended.cardinality();
        int[] sorted = new int[n];
        Arrays.setAll(sorted, i -> i);
        IntArrays.quickSort(sorted, known.order());
        order = new int[n];
        ids = new long[n];
        workEndNs = new long[n];
        for (int row = 0; row < n; row++) {
            order[row] = tasks.getInt(sorted[row]);
            ids[row] = known.ids[sorted[row]];
            workEndNs[row] = known.workEndNs[sorted[row]];
        }
    }

    /// Rows that were sorted before.
    TaskRows(TraceModel model, String name, int outlived, int open, int[] order, long[] ids, long[] workEndNs) {
        this.model = model;
        this.name = name;
        this.outlived = outlived;
        this.open = open;
        this.order = order;
        this.ids = ids;
        this.workEndNs = workEndNs;
    }

    /// The rows of all tasks, those of each name together.
    static List<TaskRows> all(TraceModel model) {
        return model.trace().store().part(PART, new TaskRowsCodec(model).list(), () -> make(model));
    }

    private static List<TaskRows> make(TraceModel model) {
        Map<String, IntList> byName = new LinkedHashMap<>();
        List<Task> all = model.tasks();
        for (int i = 0; i < all.size(); i++) {
            Task task = all.get(i);
            byName.computeIfAbsent(task.name(), _ -> new IntArrayList()).add(i);
        }
        List<TaskRows> rows = new ArrayList<>();
        byName.forEach((name, tasks) -> rows.add(new TaskRows(model, name, tasks)));
        return rows;
    }

    /// What the program calls these tasks.
    String name() {
        return name;
    }

    int size() {
        return order.length;
    }

    /// Number of tasks whose work went on after their end.
    int outlived() {
        return outlived;
    }

    /// Number of tasks that did not end.
    int open() {
        return open;
    }

    @Override
    public Row apply(int row) {
        return new Thing.UserTask(model.tasks().get(order[row]), workEndNs[row]);
    }

    @Override
    public int indexOf(Row wanted) {
        if (wanted instanceof Thing.UserTask task) {
            for (int row = 0; row < ids.length; row++) {
                if (ids[row] == task.task().id() && apply(row).equals(wanted)) {
                    return row;
                }
            }
        }
        return -1;
    }
}
