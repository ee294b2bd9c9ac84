package dev.faultline.model.reconstruct;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.faultline.model.Task;
import dev.faultline.model.Tasks;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.AbstractIntList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.AbstractList;
import java.util.Optional;
import java.util.RandomAccess;

/// Tasks as rows and indices; a [Task] is made when asked for.
final class TaskColumns extends AbstractList<Task> implements Tasks, RandomAccess {
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
                () -> new Buckets(size() + 1, regions.size(), i -> bucket(regions.task(i))));
        logsOfTask = Suppliers.memoize(() -> new Buckets(size() + 1, tasks.logRows.size(),
                i -> bucket(events.a(tasks.logRows.getInt(i)))));
    }

    /// The background task has the bucket behind those of all others.
    private int bucket(long id) {
        return id == 0 ? size() : tasks.indexOf(id);
    }

    /// The background task, if anything belongs to it.
    Optional<Task> background() {
        int i = size();
        return tasks.background
                ? Optional.of(new Task(0, "", 0, 0, trace.durationNs(), false, false, -1, 0, regions(i),
                        new Late(() -> logs(i)), new Late(() -> workers(i, -1, -1))))
                : Optional.empty();
    }

    @Override
    public int size() {
        return tasks.ids.size();
    }

    @Override
    public int indexOfId(long id) {
        return tasks.indexOf(id);
    }

    @Override
    public long id(int i) {
        return tasks.ids.get(i);
    }

    @Override
    public long parent(int i) {
        return began(i) ? tasks.parents.get(i) : trace.earlier().taskParent(id(i));
    }

    @Override
    public int nameId(int i) {
        return began(i) ? (int) trace.events().c(tasks.beginRows.get(i)) : trace.earlier().taskName(id(i));
    }

    @Override
    public String name(int i) {
        return trace.strings().get(nameId(i));
    }

    @Override
    public boolean began(int i) {
        return tasks.beginRows.get(i) >= 0;
    }

    @Override
    public boolean ended(int i) {
        return tasks.endRows.get(i) >= 0 || endedBefore(i);
    }

    @Override
    public long startNs(int i) {
        return began(i) ? trace.events().time(tasks.beginRows.get(i)) : 0;
    }

    @Override
    public long endNs(int i) {
        if (tasks.endRows.get(i) >= 0) {
            return Math.max(startNs(i), trace.events().time(tasks.endRows.get(i)));
        }
        return endedBefore(i) ? startNs(i) : trace.durationNs();
    }

    private boolean endedBefore(int i) {
        return !began(i) && trace.earlier().taskEnded(id(i));
    }

    @Override
    public int creator(int i) {
        return began(i) ? trace.events().goroutine(tasks.beginRows.get(i)) : -1;
    }

    @Override
    public int beginStack(int i) {
        return began(i) ? trace.events().stack(tasks.beginRows.get(i)) : 0;
    }

    @Override
    public Task get(int i) {
        return new Task(id(i), name(i), parent(i), startNs(i), endNs(i), began(i), ended(i),
                creator(i), beginStack(i), regions(i), new Late(() -> logs(i)),
                new Late(() -> workers(i, tasks.beginRows.get(i), tasks.endRows.get(i))));
    }

    private IntList regions(int i) {
        return new Late(() -> regionsOfTask.get().of(i));
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

    private IntList workers(int i, int beginRow, int endRow) {
        EventStore events = trace.events();
        IntLinkedOpenHashSet workers = new IntLinkedOpenHashSet();
        addGoroutine(workers, beginRow);
        regionsOfTask.get().of(i).forEach(region -> workers.add(regions.goroutine(region)));
        logsOfTask.get().of(i).forEach(log -> workers.add(events.goroutine(tasks.logRows.getInt(log))));
        addGoroutine(workers, endRow);
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
