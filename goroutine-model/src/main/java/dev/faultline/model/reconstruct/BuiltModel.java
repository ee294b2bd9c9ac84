package dev.faultline.model.reconstruct;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.faultline.model.GoState;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.Regions;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.SpanWindow;
import dev.faultline.model.Spans;
import dev.faultline.model.Tally;
import dev.faultline.model.Task;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitProfile;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.model.owner.Owners;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.RowStates;
import dev.faultline.trace.Trace;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The finished model: totals that the pass left, and indices made when first asked for.
final class BuiltModel implements TraceModel {
    /// Where a stretch is longer than this part of the trace, all rows are indexed at once; so are those of a trace
    /// that lacks parts, in which goroutines vanish and times may run backwards.
    private static final int WHOLE = 4;

    private final Trace trace;
    final ModelBuilder built;
    private final GoroutineView goroutines;
    private final RegionColumns regions;
    private final IntList incompleteRegions;
    final PassResult result;
    private final TaskColumns tasks;
    private final Supplier<Owners> owners;
    private final Supplier<int[]> statusRows;
    private final Supplier<Int2IntOpenHashMap> firstTold;
    private final Supplier<RowIndex> rowIndex;
    private final Supplier<RowBlocks> rowBlocks;
    private final Supplier<LaneIndex> procLanes;
    private final Supplier<LaneIndex> threadLanes;
    private final Map<Range.Kind, Supplier<List<Range>>> rangesOfKind = new EnumMap<>(Range.Kind.class);

    BuiltModel(Trace trace, ModelBuilder built, PassResult result) {
        this.trace = trace;
        this.built = built;
        this.result = result;
        goroutines = new GoroutineView(trace, built.goroutines);
        regions = new RegionColumns(built.regions, trace.events(), trace.strings(), goroutines);
        incompleteRegions = IntLists.unmodifiable(regions.incomplete());
        tasks = new TaskColumns(built.tasks, regions, trace);
        owners = Suppliers.memoize(() -> KnownFrames.owners(trace.stacks()));
        statusRows = Suppliers.memoize(built.goroutines.statusRows::toIntArray);
        firstTold = Suppliers.memoize(this::firstTold);
        rowIndex = Suppliers.memoize(this::indexRows);
        rowBlocks = Suppliers.memoize(() -> new RowBlocks(trace.events(), statusRows.get()));
        procLanes = Suppliers.memoize(() -> LaneIndex.of(trace, LaneIndex.Lanes.PROCS, procCount()));
        threadLanes = Suppliers.memoize(
                () -> LaneIndex.of(trace, LaneIndex.Lanes.THREADS, trace.threads().size()));
        RangeColumns ranges = built.ranges.ranges;
        for (Range.Kind kind : Range.Kind.values()) {
            rangesOfKind.put(kind,
                    Suppliers.memoize(() -> Collections.unmodifiableList(ranges.ofKind(kind))));
        }
    }

    private RowIndex indexRows() {
        return RowIndex.of(trace, built.goroutines.columns.transitions, statusRows.get());
    }

    @Override
    public Trace trace() {
        return trace;
    }

    @Override
    public long durationNs() {
        return trace.durationNs();
    }

    @Override
    public Goroutines goroutines() {
        return goroutines;
    }

    @Override
    public Owners owners() {
        return owners.get();
    }

    @Override
    public Spans spans(int goroutine) {
        return spans(goroutine, rowIndex.get().rows(goroutine));
    }

    @Override
    public Spans spans(int goroutine, IntList rows) {
        return new RowSpans(trace.events(), built.goroutines.reasons, rows, goroutines, goroutine);
    }

    @Override
    public SpanWindow spansBetween(long fromNs, long toNs) {
        boolean whole = trace.report().complete() && built.goroutines.vanishedAt.isEmpty();
        if (toNs - fromNs > durationNs() / WHOLE || !whole) {
            return new WholeSpans(this, fromNs, toNs);
        }
        RowBlocks blocks = rowBlocks.get();
        RowWindow window = new RowWindow(trace.events(), blocks, this::firstRow, fromNs, toNs);
        return new SpanWindow() {
            @Override
            public Spans of(int goroutine) {
                return blocks.exhausted() ? spans(goroutine) : spans(goroutine, window.rows(goroutine));
            }

            @Override
            public IntSet changed() {
                return window.changed();
            }
        };
    }

    /// The first row that changes a goroutine, -1 for none.
    private int firstRow(int goroutine) {
        int created = goroutines.creationRow(goroutine);
        return created >= 0 ? created : firstTold.get().get(goroutine);
    }

    @Override
    public GoState firstState(int goroutine) {
        int row = firstTold.get().get(goroutine);
        return row < 0
                ? GoState.NOT_EXISTING
                : GoroutineStates.seen(RowStates.after(trace.events(), row, goroutine));
    }

    private Int2IntOpenHashMap firstTold() {
        Int2IntOpenHashMap first = new Int2IntOpenHashMap();
        first.defaultReturnValue(-1);
        for (int row : statusRows.get()) {
            first.putIfAbsent(trace.events().subject(row), row);
        }
        return first;
    }

    @Override
    public SpanCursor allSpans() {
        return new SpanWalk(trace, goroutines);
    }

    @Override
    public List<GoroutineGroup> groups() {
        return goroutines.groups().all();
    }

    @Override
    public int procCount() {
        return result.procCount();
    }

    @Override
    public ProcSpans procSpans(int proc) {
        LaneIndex lanes = procLanes.get();
        return new LaneSpans(trace, lanes, proc, proc >= 0 && proc < procCount() ? lanes.size(proc) : 0);
    }

    @Override
    public ProcSpans threadSpans(int thread) {
        LaneIndex lanes = threadLanes.get();
        return new LaneSpans(trace, lanes, thread, lanes.size(thread));
    }

    @Override
    public List<Range> ranges() {
        return Collections.unmodifiableList(built.ranges.ranges);
    }

    @Override
    public List<Range> ranges(Range.Kind kind) {
        return Objects.requireNonNull(rangesOfKind.get(kind)).get();
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    @Override
    public Optional<Task> backgroundTask() {
        return tasks.background();
    }

    @Override
    public Regions regions() {
        return regions;
    }

    @Override
    public IntList incompleteRegions() {
        return incompleteRegions;
    }

    @Override
    public int[] mismatchedRegionEnds() {
        return built.regions.mismatchedEnds.toIntArray();
    }

    @Override
    public int inheritedRegion(int goroutine) {
        return built.inheritance.region(goroutine);
    }

    @Override
    public int inheritedTask(int goroutine) {
        return built.inheritance.task(goroutine);
    }

    @Override
    public List<Metric> metrics() {
        return result.metrics();
    }

    @Override
    public int[] cpuSampleRows() {
        return built.cpuSamples.toIntArray();
    }

    @Override
    public int[] logRows() {
        return built.tasks.logRows.toIntArray();
    }

    @Override
    public int[] labelRows() {
        return built.labels.toIntArray();
    }

    @Override
    public MutatorUtilization mutatorUtilization() {
        return result.utilization();
    }

    @Override
    public WaitProfile profile(WaitProfile.Kind kind) {
        return built.goroutines.profile(kind);
    }

    @Override
    public Tally tally() {
        return result.tally();
    }
}
