package dev.faultline.views.report;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.Trace;
import java.util.List;

/// What a report is about.
///
/// @param findings those that are shown, worst first
record Contents(Facts facts, Judgement judgement, List<Finding> findings) {
    static Contents of(Facts facts, Judgement judgement) {
        return new Contents(facts, judgement, judgement.findings());
    }

    Settings settings() {
        return judgement.settings();
    }

    TraceModel model() {
        return facts.model();
    }

    Trace trace() {
        return facts.model().trace();
    }
}
