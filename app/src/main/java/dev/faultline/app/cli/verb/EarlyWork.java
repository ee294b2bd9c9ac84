package dev.faultline.app.cli.verb;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.EarlyFacts;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.reconstruct.EarlyModel;
import dev.faultline.model.summary.Summary;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.Storage;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does most of a verb's work while its traces are being read. For a trace that was read before, most results come from the
/// index, so its rows are not needed.
///
/// @param <L> listens to the rows of a trace
/// @param <R> what comes of that
public final class EarlyWork<L extends RowListener, R> implements Traces.Use {
    private final Function<Progress, L> start;
    private final BiFunction<L, Trace, R> finish;
    private final Consumer<R> keep;
    private final Use<R> use;
    private L listener;
    private Runnable keepMore = () -> {};

    /// What to do with a result.
    @FunctionalInterface
    public interface Use<R> {
        /// @param result its trace is closed afterwards
        /// @param number of the trace, from 1; 0 when there is but one
        void with(R result, int number) throws IOException;
    }

    private EarlyWork(Function<Progress, L> start, BiFunction<L, Trace, R> finish, Consumer<R> keep, Use<R> use) {
        this.start = start;
        this.finish = finish;
        this.keep = keep;
        this.use = use;
        listener = start.apply(Progress.NONE);
    }

    /// Reconstructs the run.
    public static Traces.Use models(Use<TraceModel> use) {
        return new EarlyWork<>(EarlyModel::new, EarlyModel::finish, Summary::keep, use);
    }

    /// Reconstructs the run, and gathers what the rules ask of every event.
    ///
    /// @param charts whether to gather what charts ask, too
    public static Traces.Use facts(boolean charts, Use<Facts> use) {
        return new EarlyWork<>(progress -> new EarlyFacts(progress, charts), EarlyFacts::finish,
                facts -> Summary.keep(facts.model()), use);
    }

    @Override
    public Storage storage() {
        return Storage.OF_PROCESS;
    }

    @Override
    public RowListener listener(Progress progress) {
        listener = start.apply(progress);
        return listener;
    }

    @Override
    public void with(Trace trace, int number) throws IOException {
        R result = finish.apply(listener, trace);
        keepMore = () -> keep.accept(result);
        use.with(result, number);
    }

    @Override
    public void keepMore() {
        keepMore.run();
    }
}
