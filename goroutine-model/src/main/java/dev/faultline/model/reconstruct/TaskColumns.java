package dev.faultline.model.reconstruct;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.faultline.model.Task;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.AbstractIntList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.AbstractList;
import java.util.RandomAccess;

/// Tasks as rows and indices; a [Task] is made when asked for.
final class TaskColumns extends AbstractList<Task> implements RandomAccess {
    private final TaskBuilder tasks;
    private final RegionColumns regions;
    private final Trace trace;
    private final Supplier<Buckets> regionsOfTask;
    private final Supplier<Buckets> logsOfTask;

    TaskColumns(TaskBuilder tasks, RegionColumns regions, Trace trace) {
        this.tasks = tasks;
        this.regions = regions;
        this.trace = trace;
        EventStore events = trace.events();
        regionsOfTask = Suppliers.memoize(
                () -> new Buckets(tasks.ids.size(), regions.size(), i -> tasks.indexOf(regions.task(i))));
        logsOfTask = Suppliers.memoize(() -> new Buckets(tasks.ids.size(), tasks.logRows.size(),
                i -> tasks.indexOf(events.a(tasks.logRows.getInt(i)))));
    }

    @Override
    public int size() {
        return tasks.ids.size();
    }

    @Override
    public Task get(int i) {
        EventStore events = trace.events();
        int begin = tasks.beginRows.get(i);
        int end = tasks.endRows.get(i);
        long start = begin >= 0 ? events.time(begin) : 0;
        long stop = end >= 0 ? events.time(end) : trace.durationNs();
        String name = begin >= 0 ? trace.strings().get((int) events.c(begin)) : "";
        return new Task(tasks.ids.get(i), name, tasks.parents.get(i), start, Math.max(start, stop), begin >= 0,
                end >= 0, begin >= 0 ? events.goroutine(begin) : -1, begin >= 0 ? events.stack(begin) : 0,
                new Late(() -> regionsOfTask.get().of(i)), new Late(() -> logs(i)), new Late(() -> workers(i)));
    }

    private IntList logs(int i) {
        IntList found = logsOfTask.get().of(i);
        if (found.isEmpty()) {
            return IntLists.emptyList();
        }
        IntArrayList rows = new IntArrayList(found.size());
        found.forEach(log -> rows.add(tasks.logRows.getInt(log)));
        return rows;
    }

    private IntList workers(int i) {
        EventStore events = trace.events();
        IntLinkedOpenHashSet workers = new IntLinkedOpenHashSet();
        addGoroutine(workers, tasks.beginRows.get(i));
        regionsOfTask.get().of(i).forEach(region -> workers.add(regions.goroutine(region)));
        logsOfTask.get().of(i).forEach(log -> workers.add(events.goroutine(tasks.logRows.getInt(log))));
        addGoroutine(workers, tasks.endRows.get(i));
        workers.remove(-1);
        return new IntArrayList(workers);
    }

    /// A list that is found when somebody looks: most who walk over the tasks do not.
    private static final class Late extends AbstractIntList {
        private final Supplier<IntList> found;

        Late(Supplier<IntList> find) {
            found = Suppliers.memoize(find);
        }

        @Override
        public int getInt(int i) {
            return found.get().getInt(i);
        }

        @Override
        public int size() {
            return found.get().size();
        }
    }

    private void addGoroutine(IntLinkedOpenHashSet workers, int row) {
        if (row >= 0) {
            workers.add(trace.events().goroutine(row));
        }
    }
}
