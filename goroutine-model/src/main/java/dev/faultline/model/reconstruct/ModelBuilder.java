package dev.faultline.model.reconstruct;

import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.replay.ProcStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.event.Strings;
import dev.faultline.trace.format.Effect.Edge;
import dev.faultline.trace.format.Effect.Metric;
import dev.faultline.trace.format.Effect.Note;
import dev.faultline.trace.format.Effect.RangeKind;
import dev.faultline.trace.progress.Progress;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.concurrent.CancellationException;

/// Reconstructs the run: listens to the replay and hands each event to the builder of the kind of object that it concerns.
/// Not safe for several threads.
public final class ModelBuilder implements Transitions {
    final Replay replay;
    final GoroutineBuilder goroutines;
    final TransitionCounts procTransitions = new TransitionCounts(ProcStates.STATES);
    final RangeBuilder ranges;
    final RegionBuilder regions;
    final TaskBuilder tasks;
    final Inheritance inheritance;
    final MetricBuilder metrics = new MetricBuilder();
    final UtilizationBuilder utilization;
    final IntArrayList cpuSamples = new IntArrayList();
    final IntArrayList labels = new IntArrayList();
    final Strings strings;

    /// @param replay that it will be told by
    /// @param trace what the rows are of; it may still grow
    public ModelBuilder(Replay replay, RowListener.Parts trace) {
        this.replay = replay;
        strings = trace.strings();
        utilization = new UtilizationBuilder(strings);
        goroutines = new GoroutineBuilder(replay, utilization);
        ranges = new RangeBuilder(new RangeColumns(trace.events(), strings), utilization, goroutines);
        regions = new RegionBuilder(trace.store());
        tasks = new TaskBuilder(trace.store());
        inheritance = new Inheritance(regions, tasks);
    }

    /// Builds the model of a trace that was read as a whole, or takes it from the trace's index.
    ///
    /// @throws CancellationException when `progress` asks to stop
    public static TraceModel build(Trace trace, Progress progress) {
        return ModelPart.find(trace, () -> pass(trace, progress)).orElseGet(() -> pass(trace, progress));
    }

    private static TraceModel pass(Trace trace, Progress progress) {
        Replay replay = Replay.of(trace);
        ModelBuilder builder = new ModelBuilder(replay, trace.parts());
        replay.to(builder);
        replay.accept(trace, progress);
        return builder.finish(trace);
    }

    @Override
    public void generation(long startNs, int goroutineCount, int stackCount) {
        goroutines.ensure(goroutineCount, stackCount);
        ranges.nextGeneration();
    }

    @Override
    public void gap(long startNs) {
        ranges.afterGap(startNs);
    }

    @Override
    public void created(EventCursor e, int goroutine) {
        goroutines.created(e, goroutine);
        inheritance.created(e);
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        goroutines.moved(e, slot, to, cause, ns);
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        goroutines.told(e, slot, to, cause, since);
    }

    @Override
    public void repeated(EventCursor e, int slot) {
        goroutines.repeated(slot);
    }

    @Override
    public void lostProc(int slot, long ns) {
        goroutines.lostProc(slot, ns);
    }

    @Override
    public void procMoved(EventCursor e, int proc, int from, int to) {
        procTransitions.add(from, to, 0);
    }

    @Override
    public void procTold(EventCursor e, int from, int to) {
        procTransitions.add(from, to, 0);
    }

    @Override
    public void range(EventCursor e, RangeKind kind, Edge edge) {
        switch (kind) {
            case STOP_THE_WORLD -> ranges.pause(e, edge);
            case GC_MARK -> ranges.take(Range.Kind.GC_MARK, e, edge);
            case GC_SWEEP -> ranges.take(Range.Kind.GC_SWEEP, e, edge);
            case MARK_ASSIST -> ranges.assist(e, edge);
        }
    }

    @Override
    public void task(EventCursor e, Edge edge) {
        if (edge == Edge.BEGIN) {
            tasks.begin(e);
        } else {
            tasks.end(e);
        }
    }

    @Override
    public void region(EventCursor e, Edge edge) {
        if (edge == Edge.BEGIN) {
            tasks.region(e);
            regions.begin(e);
        } else if (!regions.end(e)) {
            tasks.region(e);
        }
    }

    @Override
    public void metric(EventCursor e, Metric metric) {
        switch (metric) {
            case GOMAXPROCS -> {
                metrics.procs(e);
                utilization.procs(e);
            }
            case HEAP_ALLOC -> metrics.heap(e);
            case HEAP_GOAL -> metrics.goal(e);
        }
    }

    @Override
    public void noted(EventCursor e, Note note) {
        switch (note) {
            case LABEL -> {
                labels.add(e.row());
                utilization.label(e, goroutines.columns.gcWork);
            }
            case LOG -> tasks.log(e);
            case CPU_SAMPLE -> cpuSamples.add(e.row());
        }
    }

    /// Ends the pass.
    ///
    /// @param trace what the events were part of
    public TraceModel finish(Trace trace) {
        // a damaged trace may name goroutines and stacks only in events that could not be kept
        replay.ensure();
        goroutines.ensure(trace.goroutines().size(), trace.stacks().size());
        goroutines.finish(trace.durationNs(), Vanished.of(trace, goroutines));
        int firstRows = trace.generations().isEmpty() ? 0 : trace.generations().getFirst().toRow();
        ranges.ranges.finish(trace.durationNs(), firstRows);
        BuiltModel model = new BuiltModel(trace, this, PassResult.of(this, trace.durationNs()));
        ModelPart.keep(model);
        return model;
    }
}
