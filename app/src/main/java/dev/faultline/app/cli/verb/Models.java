package dev.faultline.app.cli.verb;

import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.EarlyModel;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.Storage;
import java.io.IOException;

/// Reads traces and builds their models while they are read. For a trace that was read before, most results come from
/// the index, so its rows are not needed.
public final class Models implements Traces.Use {
    private final Use use;
    private EarlyModel model = new EarlyModel(Progress.NONE);

    /// What to do with a model.
    @FunctionalInterface
    public interface Use {
        /// @param model its trace is closed afterwards
        /// @param number of the trace, from 1; 0 when there is but one
        void with(TraceModel model, int number) throws IOException;
    }

    public Models(Use use) {
        this.use = use;
    }

    @Override
    public Storage storage() {
        return Storage.OF_PROCESS;
    }

    @Override
    public RowListener listener(Progress progress) {
        model = new EarlyModel(progress);
        return model;
    }

    @Override
    public void with(Trace trace, int number) throws IOException {
        use.with(model.finish(trace), number);
    }
}
