package dev.faultline.views.report.content;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a chapter is about, and what goes into it.
///
/// @param name of the trace, as the user knows it
/// @param facts of the trace
/// @param judgement what was found, under which settings
/// @param findings those that are reported, worst first
/// @param notes what somebody wrote down about the trace
/// @param news how findings compare with a baseline, see [ReportedFinding#news]; empty without one
/// @param parts that are wanted
public record Subject(String name, Facts facts, Judgement judgement, List<Finding> findings, List<ReportNote> notes,
        Map<Finding, String> news, Set<ReportPart> parts) {
    public Subject {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        parts = Set.copyOf(parts);
    }

    /// Everything that was found, with all parts.
    public static Subject of(Facts facts, Judgement judgement) {
        return new Subject(facts.model().trace().name(), facts, judgement, judgement.findings(), List.of(), Map.of(),
                Set.of(ReportPart.values()));
    }

    /// The same under another name.
    public Subject named(String called) {
        return new Subject(called, facts, judgement, findings, notes, news, parts);
    }

    /// The same in view of a baseline.
    public Subject with(Map<Finding, String> compared) {
        return new Subject(name, facts, judgement, findings, notes, compared, parts);
    }

    boolean has(ReportPart part) {
        return parts.contains(part);
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
