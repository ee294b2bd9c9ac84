package dev.faultline.app.cli.verb;

import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.EarlyModel;
import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.Storage;
import java.io.IOException;

/// What to do with traces whose runs are to be reconstructed, which goes on while they are read. Of a
/// trace that was read before, the results are mostly kept, so that its rows are not needed.
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
