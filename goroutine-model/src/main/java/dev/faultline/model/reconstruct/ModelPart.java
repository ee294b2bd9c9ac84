package dev.faultline.model.reconstruct;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.faultline.model.TraceModel;
import dev.faultline.model.replay.Replay;
import dev.faultline.trace.Trace;
import dev.faultline.trace.index.Exchange;
import dev.faultline.trace.index.TraceIndex;
import java.util.Optional;

/// A model in the index of its trace: the columns that the pass filled, and what it said at its end.
final class ModelPart {
    private static final String NAME = "model";

    private ModelPart() {
    }

    /// Whether the model need not be built.
    static boolean isKept(TraceIndex index) {
        return index.has(NAME);
    }

    /// The model as it was built before, or, should that turn out to be damaged, as `otherwise` builds it; which of them
    /// is found out when somebody asks the model something. Nothing where none is kept.
    static Optional<TraceModel> find(Trace trace, Supplier<TraceModel> otherwise) {
        return isKept(trace.events().index())
                ? Optional.of(new KeptModel(trace, Suppliers.memoize(() -> restore(trace).orElseGet(otherwise))))
                : Optional.empty();
    }

    private static Optional<TraceModel> restore(Trace trace) {
        TraceIndex index = trace.events().index();
        return index.find(NAME, trace.events().room()::map).flatMap(x -> {
            try {
                ModelBuilder built = new ModelBuilder(
                        new Replay(trace.strings(), trace.stacks(), trace.goroutines()), trace.events(),
                        trace.strings());
                return Optional.of(new BuiltModel(trace, built, exchange(x, built, Finished.EMPTY)));
            } catch (RuntimeException e) {
                index.drop(NAME);
                return Optional.empty();
            }
        });
    }

    /// Keeps a model that was built.
    static void keep(TraceIndex index, ModelBuilder built, Finished finished) {
        index.keep(NAME, x -> exchange(x, built, finished));
    }

    private static Finished exchange(Exchange x, ModelBuilder built, Finished finished) {
        built.goroutines.exchange(x);
        built.ranges.ranges.exchange(x);
        built.regions.exchange(x);
        built.tasks.exchange(x);
        built.inheritance.exchange(x);
        Lists.exchange(x, built.cpuSamples);
        Lists.exchange(x, built.labels);
        return finished.exchange(x);
    }
}
