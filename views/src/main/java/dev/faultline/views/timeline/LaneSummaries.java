package dev.faultline.views.timeline;

import dev.faultline.model.TraceModel;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Sums of the lanes that need them, made in the background when a lane is first drawn.
public final class LaneSummaries {
    /// Below this number of intervals the pass over a px column's intervals is always short enough.
    static final int MANY = 20_000;
    /// Intervals per bucket, on average.
    private static final int PER_BUCKET = 16;
    private static final int MOST_BUCKETS = 1 << 19;
    private static final int KEPT = 256;

    private final TraceModel model;
    private final Later<LaneSummary> summaries;

    /// @param worker runs the summing
    /// @param ready is called, on the worker, whenever a summary has become ready
    public LaneSummaries(TraceModel model, Executor worker, Runnable ready) {
        this.model = model;
        summaries = new Later<>(worker, ready, KEPT);
    }

    /// For pictures that are laid out once: summaries are made at once, by the caller.
    public static LaneSummaries direct(TraceModel model) {
        return new LaneSummaries(model, Runnable::run, () -> {});
    }

    @Nullable
    LaneSummary goroutine(int g, int size) {
        return size < MANY
                ? null
                : of(g, size, () -> new GoroutineLane(model.spans(g), new WaitWords(model), this));
    }

    @Nullable
    LaneSummary proc(int p, int size) {
        return size < MANY
                ? null
                : of(-1L - p, size, () -> new ProcLane(model.procSpans(p), model.goroutines(), this));
    }

    private @Nullable LaneSummary of(long key, int size, Supplier<Lane> lane) {
        int buckets = Math.min(size / PER_BUCKET, MOST_BUCKETS);
        return summaries.get(key, () -> LaneSummary.of(lane.get(), model.durationNs(), buckets));
    }
}
