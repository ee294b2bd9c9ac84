package dev.faultline.model.compare;

import java.util.List;

/// What two traces, or two sets of traces, of one program differ in.
///
/// @param before the old side
/// @param after the new side
/// @param changes all subjects, what tells most first; those that are as before are among them
/// @param findings what was found on either side
/// @param load how much work the new side did, see [Load]
public record Comparison(Side before, Side after, List<Change> changes, List<FindingChange> findings, Load load) {
    public Comparison {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /// Compares two sides.
    public static Comparison of(Side before, Side after) {
        Load load = Load.of(before, after);
        return new Comparison(before, after, new Comparer(before, after, load.ratio()).changes(),
                FindingComparer.compare(before, after), load);
    }

    /// What one has to know to read it: how differences were judged, and what makes the sides unlike.
    public List<String> notes() {
        return new ComparisonNotes(this).all();
    }

    /// The subjects with a verdict, what tells most first.
    public List<Change> changes(Verdict verdict) {
        return changes.stream().filter(c -> c.verdict() == verdict).toList();
    }

    /// The findings with a verdict, the worst first.
    public List<FindingChange> findings(Verdict verdict) {
        return findings.stream().filter(f -> f.verdict() == verdict).toList();
    }

    /// Whether something is worse: a value, or a finding that is new or more severe.
    public boolean worse() {
        return !changes(Verdict.WORSE).isEmpty() || worseFindings();
    }

    /// Whether a finding is new or more severe.
    public boolean worseFindings() {
        return !findings(Verdict.WORSE).isEmpty();
    }

    /// Whether nothing is worse or better.
    public boolean same() {
        return !worse() && changes(Verdict.BETTER).isEmpty() && findings(Verdict.BETTER).isEmpty();
    }
}
