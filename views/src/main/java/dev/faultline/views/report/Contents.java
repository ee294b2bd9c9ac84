package dev.faultline.views.report;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.Trace;
import java.util.List;

/// What a report is about.
///
/// @param findings worst first
/// @param settings the thresholds in force
record Contents(Facts facts, List<Finding> findings, Settings settings) {
    Contents {
        findings = List.copyOf(findings);
    }

    TraceModel model() {
        return facts.model();
    }

    Trace trace() {
        return facts.model().trace();
    }
}
