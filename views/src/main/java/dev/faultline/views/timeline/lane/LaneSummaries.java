package dev.faultline.views.timeline.lane;

import dev.faultline.model.Range;
import dev.faultline.model.SpanWindow;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What lanes are drawn from: indices of the trace, copies of lanes, sums of long ones; made when a lane is first drawn.
public final class LaneSummaries {
    /// Below this number of intervals a lane is copied at once; from it on it has sums.
    static final int MANY = 512;
    /// Longer lanes stay in the event store.
    private static final int MOST_COPIED = 400_000;
    private static final int KEPT = 512;
    private static final long KEPT_BYTES = 64 << 20;
    private static final int KEPT_PAGES = 4_096;

    private final TraceModel model;
    /// What goroutines did, by index.
    private final IntFunction<Spans> spans;
    private final WaitWords words;
    private final StateRoles states;
    private final boolean drawnPlain;
    private final AsyncCache<Boolean> indices;
    private final AsyncCache<List<Lane>> pauses;
    private final AsyncCache<Lane> lanes;
    private final AsyncCache<Lane> procs;
    private final AsyncCache<LaneChunk> pages;

    private LaneSummaries(TraceModel model, IntFunction<Spans> spans, Executor indexer, Executor worker,
            Runnable ready) {
        this.model = model;
        this.spans = spans;
        drawnPlain = indexer != worker;
        words = new WaitWords(model);
        states = new StateRoles(model);
        indices = new AsyncCache<>(indexer, ready, 3);
        pauses = new AsyncCache<>(indexer, ready, 1);
        lanes = new AsyncCache<>(worker, ready, new AsyncCache.Room<>(KEPT, KEPT_BYTES, LaneSummaries::bytes));
        procs = new AsyncCache<>(worker, ready, Integer.MAX_VALUE);
        pages = new AsyncCache<>(worker, ready, new AsyncCache.Room<>(KEPT_PAGES, KEPT_BYTES, LaneChunk::bytes));
    }

    /// Makes everything in the background; lanes that are not ready are left out so long.
    ///
    /// @param worker does the work
    /// @param ready is called, on the worker, whenever something has become ready
    public LaneSummaries(TraceModel model, Executor worker, Runnable ready) {
        this(model, model::spans, worker, worker, ready);
    }

    /// For pictures that are laid out once: everything is made at once, by the caller.
    public static LaneSummaries direct(TraceModel model) {
        return direct(model, () -> true);
    }

    /// The same, with a choice.
    ///
    /// @param exact whether the sums of a long lane shall be made, asked for each; without them its columns show their
    ///        first intervals
    public static LaneSummaries direct(TraceModel model, BooleanSupplier exact) {
        return new LaneSummaries(model, model::spans, Runnable::run, when(exact), () -> {});
    }

    /// The same for pictures of one stretch: of goroutines only what they did there is looked at.
    public static LaneSummaries within(TraceModel model, TimeRange range, BooleanSupplier exact) {
        SpanWindow window = model.spansBetween(range.fromNs(), range.toNs());
        return new LaneSummaries(model, window::of, Runnable::run, when(exact), () -> {});
    }

    private static Executor when(BooleanSupplier exact) {
        return sums -> {
            if (exact.getAsBoolean()) {
                sums.run();
            }
        };
    }

    /// The lane of a goroutine, null while it is being made.
    @Nullable
    Lane goroutine(int g) {
        if (!drawnPlain && !ready("spans", () -> model.goroutines().count() == 0 || spans.apply(0).size() >= 0)) {
            return null;
        }
        Spans done = spans.apply(g);
        Lane plain = new GoroutineLane(done, words, states);
        int n = done.size();
        if (n < MANY) {
            return CopiedLane.of(plain);
        }
        Lane made = lanes.get(new LaneKey(g, states.fine()), () -> {
            if (n > MOST_COPIED) {
                return paged(plain);
            }
            CopiedLane copy = CopiedLane.of(plain);
            return copy.with(LaneSummary.of(copy, model.durationNs()));
        });
        return made == null && drawnPlain ? plain : made;
    }

    /// Where the lane of a goroutine is found.
    private record LaneKey(int goroutine, boolean fine) {}

    /// In which colours states are drawn.
    StateRoles states() {
        return states;
    }

    /// The lane of a P, null while it is being made.
    @Nullable
    Lane proc(int p) {
        if (!ready("procs", () -> model.procCount() == 0 || model.procSpans(0).size() >= 0)) {
            return null;
        }
        return many("proc-sums-" + p, new ProcLane(model.procSpans(p), model.goroutines()));
    }

    /// The lane of a thread, null while it is being made.
    @Nullable
    Lane thread(int t) {
        if (!ready("threads", () -> model.threadSpans(t).size() >= 0)) {
            return null;
        }
        return many("thread-sums-" + t, new ProcLane(model.threadSpans(t), model.goroutines()));
    }

    private @Nullable Lane many(String part, Lane plain) {
        if (plain.size() < MANY) {
            return plain;
        }
        Lane made = procs.get(part, () -> new PagedLane(plain, kept(part, plain), pages));
        return made == null && drawnPlain ? plain : made;
    }

    /// Collections and pauses, from back to front; none while they are being listed.
    List<Lane> pauses() {
        List<Lane> made = pauses.get("pauses", () -> List.of(new RangeLane(model.ranges(Range.Kind.GC_MARK), Role.GC),
                new RangeLane(model.ranges(Range.Kind.STW), Role.STW)));
        return made == null ? List.of() : made;
    }

    /// Sums of the lane of a P or thread take seconds of a large trace: the next opening finds them.
    private LaneSummary kept(String part, Lane plain) {
        return model.trace().store().part(part, LaneSummaryCodec.INSTANCE,
                () -> LaneSummary.of(plain, model.durationNs()));
    }

    private Lane paged(Lane plain) {
        return new PagedLane(plain, LaneSummary.of(plain, model.durationNs()), pages);
    }

    private boolean ready(String index, Supplier<Boolean> make) {
        return indices.get(index, make) != null;
    }

    private static long bytes(Lane lane) {
        LaneSummary summary = lane.summary();
        return lane instanceof CopiedLane copy ? copy.bytes() : summary == null ? 0 : summary.bytes();
    }
}
