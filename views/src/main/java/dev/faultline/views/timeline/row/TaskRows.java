package dev.faultline.views.timeline.row;

import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.BitSet;
import java.util.function.IntFunction;

/// The rows of tasks of one name: first those whose work went on after their end, then those that did not end, then in
/// order of time. A trace may hold hundreds of thousands: what is kept are columns, a row is made when it is asked for.
final class TaskRows implements IntFunction<Row> {
    private final TraceModel model;
    /// Indices into the model's tasks, in order of the rows.
    private final int[] order;
    /// By row.
    private final long[] ids;
    private final long[] workEndNs;
    private final int outlived;
    private final int open;

    /// @param tasks indices into the model's tasks
    TaskRows(TraceModel model, IntList tasks) {
        this.model = model;
        int n = tasks.size();
        long[] id = new long[n];
        long[] start = new long[n];
        long[] end = new long[n];
        BitSet late = new BitSet(n);
        BitSet ended = new BitSet(n);
        for (int i = 0; i < n; i++) {
            Task task = model.tasks().get(tasks.getInt(i));
            id[i] = task.id();
            start[i] = task.startNs();
            end[i] = TaskWork.endNs(model, task);
            late.set(i, end[i] > task.endNs());
            ended.set(i, task.ended());
        }
        outlived = late.cardinality();
        open = n - ended.cardinality();
        int[] sorted = new int[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = i;
        }
        IntComparator wrongFirst = (a, b) -> Boolean.compare(late.get(b), late.get(a));
        IntArrays.quickSort(sorted, wrongFirst.thenComparing((a, b) -> Boolean.compare(ended.get(a), ended.get(b)))
                .thenComparing((a, b) -> Long.compare(start[a], start[b]))
                .thenComparing((a, b) -> Long.compare(id[a], id[b])).thenComparing(Integer::compare));
        order = new int[n];
        ids = new long[n];
        workEndNs = new long[n];
        for (int row = 0; row < n; row++) {
            order[row] = tasks.getInt(sorted[row]);
            ids[row] = id[sorted[row]];
            workEndNs[row] = end[sorted[row]];
        }
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
        return new Row.TaskRow(model.tasks().get(order[row]), workEndNs[row]);
    }

    /// The place of a task's row, -1 when it is not among these.
    int indexOf(Row wanted) {
        if (wanted instanceof Row.TaskRow task) {
            for (int row = 0; row < ids.length; row++) {
                if (ids[row] == task.task().id() && apply(row).equals(wanted)) {
                    return row;
                }
            }
        }
        return -1;
    }
}
