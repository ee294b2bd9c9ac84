package dev.faultline.model.analysis.task;

import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.task.Run.Kind;
import dev.faultline.trace.column.Sorted;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goroutines worked on, one run each: the tasks that the program marks; where it marks none, requests, tests and
/// workers' items as their stacks show them. An inferred run within which the same goroutine begins a task is left out: the
/// program itself says more of it. A test stays: its tasks are parts of it.
public final class Runs {
    /// The name of all runs of one kind.
    ///
    /// @param kind what they are
    /// @param name their name
    public record Name(Kind kind, String name) {}

    /// Goroutines that wait for work at one site, again and again.
    ///
    /// @param workers indices of the goroutines
    /// @param idleSite where they wait, see [dev.faultline.model.analysis.code.WaitSites]
    /// @param name the function that they run
    public record Workers(IntList workers, int idleSite, String name) {}

    /// Of very many tasks that ended, so many show what is usual.
    private static final int MOST_FINISHED_TASKS = 20_000;

    private static final long[] NONE = {};

    private final TraceModel model;
    private final List<Run> inferred = new ArrayList<>();
    private final Int2ObjectOpenHashMap<List<Run>> byGoroutine = new Int2ObjectOpenHashMap<>();
    private final Map<Name, List<Run>> byName = new LinkedHashMap<>();

    /// Adds the tasks of a trace to what was inferred from it.
    ///
    /// @param found what [InferredRuns] found
    public Runs(TraceModel model, List<Run> found) {
        this.model = model;
        Tasks tasks = model.tasks();
        int finished = 0;
        for (int t = 0; t < tasks.size(); t++) {
            finished += tasks.ended(t) ? 1 : 0;
            if (tasks.creator(t) >= 0 && (!tasks.ended(t) || finished <= MOST_FINISHED_TASKS)) {
                put(Run.ofTask(model, t));
            }
        }
        Int2ObjectOpenHashMap<long[]> begins = new Int2ObjectOpenHashMap<>();
        byGoroutine.forEach((g, runs) -> begins.put(g, runs.stream().mapToLong(Run::fromNs).sorted().toArray()));
        found.stream()
                .filter(run -> run.kind() == Kind.TEST || !marked(begins.getOrDefault(run.goroutine(), NONE), run))
                .forEach(inferred::add);
        inferred.forEach(this::put);
        byGoroutine.values().forEach(runs -> runs.sort(Comparator.comparingLong(Run::fromNs)));
    }

    private void put(Run run) {
        byGoroutine.computeIfAbsent(run.goroutine(), g -> new ArrayList<>()).add(run);
        byName.computeIfAbsent(new Name(run.kind(), run.name()), n -> new ArrayList<>()).add(run);
    }

    /// Whether the program marks a task within a run.
    ///
    /// @param begins when the goroutine of the run began tasks, ascending
    private static boolean marked(long[] begins, Run run) {
        int first = Sorted.first(0, begins.length, i -> begins[i] >= run.fromNs());
        return first < begins.length && begins[first] <= run.toNs();
    }

    /// All tasks of the trace in their order, then all that is inferred. There may be very many tasks: each is made as an
    /// object when it is asked for.
    public List<Run> all() {
        Tasks tasks = model.tasks();
        return new AbstractList<>() {
            @Override
            public Run get(int i) {
                return i < tasks.size() ? Run.ofTask(model, i) : inferred.get(i - tasks.size());
            }

            @Override
            public int size() {
                return tasks.size() + inferred.size();
            }
        };
    }

    /// What the program does not mark.
    public List<Run> inferred() {
        return Collections.unmodifiableList(inferred);
    }

    /// The runs of a goroutine, by their start.
    public List<Run> of(int goroutine) {
        return byGoroutine.getOrDefault(goroutine, List.of());
    }

    /// The innermost run of a goroutine at a time, null when it is in none.
    public @Nullable Run at(int goroutine, long ns) {
        List<Run> runs = of(goroutine);
        for (int i = Sorted.first(0, runs.size(), r -> runs.get(r).fromNs() > ns) - 1; i >= 0; i--) {
            if (runs.get(i).toNs() >= ns) {
                return runs.get(i);
            }
        }
        return null;
    }

    /// All runs by kind and name.
    public Map<Name, List<Run>> byName() {
        return byName;
    }

    /// All runs of the kind and the name of one.
    public List<Run> like(Run run) {
        return byName.getOrDefault(new Name(run.kind(), run.name()), List.of());
    }
}
