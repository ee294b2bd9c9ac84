package dev.faultline.model.reconstruct;

import com.google.common.base.Suppliers;
import dev.faultline.model.TraceModel;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.Trace;
import dev.faultline.trace.store.TraceStore;
import java.util.Optional;
import java.util.function.Supplier;

/// A model among what is kept of its trace.
final class ModelPart {
    private static final String NAME = "model";

    private ModelPart() {
    }

    /// Whether the model need not be built.
    static boolean isKept(TraceStore store) {
        return store.has(NAME);
    }

    /// The model as it was built before, or, should that turn out to be damaged, as `otherwise` builds it; which of them
    /// is found out when somebody asks the model something. Nothing where none is kept.
    static Optional<TraceModel> find(Trace trace, Supplier<TraceModel> otherwise) {
        return isKept(trace.store())
                ? Optional.of(new KeptModel(trace,
                        Suppliers.memoize(() -> KnownFrames.owners(trace.stacks())),
                        Suppliers.memoize(() -> restore(trace).orElseGet(otherwise))))
                : Optional.empty();
    }

    private static Optional<TraceModel> restore(Trace trace) {
        return trace.store().find(NAME, new ModelCodec(trace)).map(m -> m);
    }

    /// Keeps a model that was built.
    static void keep(BuiltModel model) {
        model.trace().store().keep(NAME, new ModelCodec(model.trace()), model);
    }
}
