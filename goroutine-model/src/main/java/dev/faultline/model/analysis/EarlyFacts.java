package dev.faultline.model.analysis;

import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.EarlyModel;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.trace.Generation;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.TraceStore;
import org.jspecify.annotations.Nullable;

/// An [EarlyModel] whose replay also tells what the rules ask of every event, so that they need no walk over the rows of
/// their own.
///
/// Single use.
public final class EarlyFacts implements RowListener {
    private final EarlyModel model;
    private final boolean charts;
    private @Nullable AnalysisPass pass;
    private long expectedNs;

    /// @param progress asked whether to go on
    /// @param charts whether charts of the whole trace will be asked for, too
    public EarlyFacts(Progress progress, boolean charts) {
        this.charts = charts;
        model = new EarlyModel(progress, this::listener);
    }

    /// The facts of a trace that is there already, in one walk over its rows.
    ///
    /// @param charts as for the constructor
    /// @throws java.util.concurrent.CancellationException when the progress asks to stop
    public static Facts of(Trace trace, Progress progress, boolean charts) {
        EarlyFacts facts = new EarlyFacts(progress, charts);
        facts.expect(trace.durationNs());
        for (Generation generation : trace.generations()) {
            facts.rows(trace.parts(), generation);
        }
        return facts.finish(trace);
    }

    private Transitions listener(Replay replay, Parts parts) {
        AnalysisPass made = AnalysisPass.during(replay, parts, expectedNs, charts);
        pass = made;
        return made;
    }

    @Override
    public boolean wantsRows(TraceStore store) {
        return model.wantsRows(store);
    }

    @Override
    public void expect(long endNs) {
        expectedNs = endNs;
        model.expect(endNs);
    }

    @Override
    public void rows(Parts parts, Generation generation) {
        model.rows(parts, generation);
    }

    /// The facts of the trace whose rows were announced.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress asks to stop
    public Facts finish(Trace trace) {
        TraceModel finished = model.finish(trace);
        return pass == null
                ? new Facts(finished)
                : new Facts(finished, pass.finish(trace), pass.levels(finished).orElse(null));
    }
}
