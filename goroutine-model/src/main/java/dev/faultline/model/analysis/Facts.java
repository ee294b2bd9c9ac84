package dev.faultline.model.analysis;

import dev.faultline.model.TraceModel;

/// The model and everything derived from it that more than one rule or view asks for, computed once and on demand. Safe
/// for several threads.
public final class Facts {
    private final TraceModel model;

    public Facts(TraceModel model) {
        this.model = model;
    }

    public TraceModel model() {
        return model;
    }
}
