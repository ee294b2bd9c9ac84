package dev.faultline.model.reconstruct;

import dev.faultline.model.EventCounts;
import dev.faultline.model.Range.Kind;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Ids;
import dev.faultline.trace.event.Stacks;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.progress.Progress;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Reconstructs the run in one pass over the ordered events: hands each event to the builder of the kind of object that
/// it concerns. Takes the events a generation at a time, so that it can work while later ones are still being ordered.
/// Not safe for several threads.
public final class ModelBuilder {
    /// Rows between two looks at whether the work was cancelled: a few milliseconds.
    private static final int CHUNK = 1 << 18;

    final EventCounts counts = new EventCounts();
    final GoroutineBuilder goroutines;
    final ProcBuilder procs;
    final RangeBuilder ranges;
    final RegionBuilder regions;
    final TaskBuilder tasks;
    final Inheritance inheritance;
    final MetricBuilder metrics = new MetricBuilder();
    final UtilizationBuilder utilization;
    final IntArrayList cpuSamples = new IntArrayList();
    final IntArrayList labels = new IntArrayList();
    final Strings strings;
    private final Ids ids;
    private final Stacks stacks;
    private @Nullable Generation previous;
    private boolean first = true;
    /// Since when a state has lasted that a first status names.
    private long since;

    /// @param events the store that the generations are rows of; it may still grow, as may the tables
    public ModelBuilder(EventStore events, Strings strings, Stacks stacks, Ids goroutineIds) {
        this.strings = strings;
        this.stacks = stacks;
        ids = goroutineIds;
        utilization = new UtilizationBuilder(strings);
        goroutines = new GoroutineBuilder(new WaitReasons(strings, stacks), stacks, utilization);
        procs = new ProcBuilder(goroutines);
        ranges = new RangeBuilder(new RangeColumns(events, strings), utilization, goroutines);
        regions = new RegionBuilder(goroutines, events.room());
        tasks = new TaskBuilder(goroutines, events.room());
        inheritance = new Inheritance(regions, tasks);
    }

    /// Builds the model of a trace that was read as a whole, or takes it from the trace's index.
    ///
    /// @throws CancellationException when `progress` asks to stop
    public static TraceModel build(Trace trace, Progress progress) {
        return ModelPart.find(trace, () -> pass(trace, progress)).orElseGet(() -> pass(trace, progress));
    }

    private static TraceModel pass(Trace trace, Progress progress) {
        ModelBuilder builder = new ModelBuilder(trace.events(), trace.strings(), trace.stacks(), trace.goroutines());
        for (Generation generation : trace.generations()) {
            builder.accept(trace.events(), generation, progress);
        }
        return builder.finish(trace);
    }

    /// Takes a whole generation.
    void accept(EventStore events, Generation generation, Progress progress) {
        begin(generation.startNs());
        if (previous != null && Vanished.isGap(previous, generation)) {
            ranges.afterGap(generation.startNs());
        }
        previous = generation;
        for (int row = generation.fromRow(); row < generation.toRow(); row += CHUNK) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            progress.update("Reconstructing goroutines", row, events.size());
            accept(events.cursor(row, Math.min(generation.toRow(), row + CHUNK)));
        }
    }

    /// Begins a generation: what its status events tell for the first time has been so since it began, or since the
    /// trace began if it is the first.
    public void begin(long startNs) {
        since = first ? 0 : startNs;
        if (!first) {
            procs.nextGeneration();
            ranges.nextGeneration();
        }
        first = false;
    }

    /// Takes the next events of the current generation.
    public void accept(EventCursor rows) {
        goroutines.ensure(ids.size(), stacks.size());
        while (rows.next()) {
            int type = rows.typeId();
            counts.add(type);
            if (Step.isCommon(type)) {
                step(rows, type);
            } else {
                dispatch(rows.type(), rows);
            }
        }
    }

    private void step(EventCursor e, int type) {
        goroutines.step(e, type);
        if (Step.entersSyscall(type)) {
            procs.syscallBegins(e);
        } else if (Step.leavesSyscall(type)) {
            procs.syscallEnds(e);
        }
    }

    private void dispatch(EventType type, EventCursor e) {
        switch (type) {
            case PROC_START -> procs.start(e);
            case PROC_STOP -> procs.stop(e);
            case PROC_STEAL -> procs.steal(e);
            case HEAP_ALLOC -> metrics.heap(e);
            default -> dispatchRare(type, e);
        }
    }

    private void dispatchRare(EventType type, EventCursor e) {
        switch (type) {
            case GO_CREATE -> {
                goroutines.create(e);
                inheritance.created(e);
            }
            case GO_CREATE_BLOCKED -> {
                goroutines.createBlocked(e);
                inheritance.created(e);
            }
            case GO_CREATE_SYSCALL -> goroutines.createSyscall(e);
            case GO_DESTROY -> goroutines.destroy(e);
            case GO_DESTROY_SYSCALL -> {
                procs.abandoned(e);
                goroutines.destroy(e);
            }
            case GO_SWITCH -> goroutines.switchTo(e);
            case GO_SWITCH_DESTROY -> goroutines.switchDestroy(e);
            case GO_STATUS, GO_STATUS_STACK -> {
                goroutines.status(e, since);
                if (e.a() == GoroutineColumns.SYSCALL) {
                    procs.foundInSyscall(e);
                }
            }
            case PROC_STATUS -> procs.status(e);
            case PROCS_CHANGE -> {
                metrics.procs(e);
                utilization.procs(e);
            }
            case HEAP_GOAL -> metrics.goal(e);
            case GO_LABEL -> label(e);
            case CPU_SAMPLE -> cpuSamples.add(e.row());
            default -> dispatchUser(type, e);
        }
    }

    private void label(EventCursor e) {
        labels.add(e.row());
        utilization.label(e, goroutines.columns.gcWork);
    }

    private void dispatchUser(EventType type, EventCursor e) {
        switch (type) {
            case STW_BEGIN -> ranges.pauseBegins(e);
            case STW_END -> ranges.pauseEnds(e);
            case GC_ACTIVE -> ranges.active(Kind.GC_MARK, e);
            case GC_BEGIN -> ranges.begin(Kind.GC_MARK, e);
            case GC_END -> ranges.end(Kind.GC_MARK, e);
            case GC_SWEEP_ACTIVE -> ranges.active(Kind.GC_SWEEP, e);
            case GC_SWEEP_BEGIN -> ranges.begin(Kind.GC_SWEEP, e);
            case GC_SWEEP_END -> ranges.end(Kind.GC_SWEEP, e);
            case GC_MARK_ASSIST_ACTIVE -> ranges.assistActive(e);
            case GC_MARK_ASSIST_BEGIN -> ranges.assistBegins(e);
            case GC_MARK_ASSIST_END -> ranges.assistEnds(e);
            case USER_TASK_BEGIN -> tasks.begin(e);
            case USER_TASK_END -> tasks.end(e);
            case USER_REGION_BEGIN -> {
                tasks.region(e);
                regions.begin(e);
            }
            case USER_REGION_END -> {
                if (!regions.end(e)) {
                    tasks.region(e);
                }
            }
            case USER_LOG -> tasks.log(e);
            default -> {
                // experimental events are counted only
            }
        }
    }

    /// Ends the pass.
    ///
    /// @param trace what the events were part of
    public TraceModel finish(Trace trace) {
        goroutines.finish(trace.durationNs(), Vanished.of(trace, goroutines));
        int firstRows = trace.generations().isEmpty() ? 0 : trace.generations().getFirst().toRow();
        ranges.ranges.finish(trace.durationNs(), firstRows);
        Finished finished = Finished.of(this, trace.durationNs());
        ModelPart.keep(trace.events().index(), this, finished);
        return new BuiltModel(trace, this, finished);
    }
}
