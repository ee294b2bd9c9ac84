package dev.faultline.model.reconstruct;

import dev.faultline.model.TraceModel;
import dev.faultline.model.replay.Both;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.trace.Generation;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.TraceStore;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Reconstructs the run while the trace is still being read: given to the reader as its listener, it takes each
/// generation while later ones are being ordered by other threads, and is done soon after the reader is.
///
/// A trace that comes from its index with its model needs none of that; the model is taken from there.
///
/// Single use.
public final class EarlyModel implements RowListener {
    private final Progress progress;
    private final @Nullable BiFunction<Replay, Parts, Transitions> also;
    private @Nullable ModelBuilder builder;
    private @Nullable Replay replay;
    private long expectedNs;

    /// @param progress asked whether to go on; how far the work is, the reader tells
    public EarlyModel(Progress progress) {
        this.progress = progress;
        also = null;
    }

    /// @param also makes another listener to the same replay, where one is needed
    public EarlyModel(Progress progress, BiFunction<Replay, Parts, Transitions> also) {
        this.progress = progress;
        this.also = also;
    }

    @Override
    public boolean wantsRows(TraceStore store) {
        return !ModelPart.isKept(store);
    }

    @Override
    public void expect(long endNs) {
        expectedNs = endNs;
    }

    @Override
    public void rows(Parts parts, Generation generation) {
        Replay to = replay;
        if (to == null) {
            to = new Replay(parts.strings(), parts.stacks(), parts.goroutines());
            ModelBuilder made = new ModelBuilder(to, parts);
            to.to(also == null ? made : new Both(made, also.apply(to, parts)));
            to.expect(expectedNs);
            builder = made;
            replay = to;
        }
        to.accept(parts.events(), generation, progress);
    }

    /// The model of the trace whose rows were announced.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress asks to stop
    public TraceModel finish(Trace trace) {
        return builder == null ? ModelBuilder.build(trace, progress) : builder.finish(trace);
    }
}
