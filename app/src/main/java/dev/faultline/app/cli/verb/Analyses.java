package dev.faultline.app.cli.verb;

import dev.faultline.model.analysis.EarlyFacts;
import dev.faultline.model.analysis.Facts;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.Storage;
import java.io.IOException;

/// What to do with traces that are to be analysed. As with [Models] the work goes on while they are read, with all that the
/// rules ask of every event.
public final class Analyses implements Traces.Use {
    private final Use use;
    private EarlyFacts facts = new EarlyFacts(Progress.NONE);

    /// What to do with the facts.
    @FunctionalInterface
    public interface Use {
        /// @param facts their trace is closed afterwards
        /// @param number of the trace, from 1; 0 when there is but one
        void with(Facts facts, int number) throws IOException;
    }

    public Analyses(Use use) {
        this.use = use;
    }

    @Override
    public Storage storage() {
        return Storage.OF_PROCESS;
    }

    @Override
    public RowListener listener(Progress progress) {
        facts = new EarlyFacts(progress);
        return facts;
    }

    @Override
    public void with(Trace trace, int number) throws IOException {
        use.with(facts.finish(trace), number);
    }
}
