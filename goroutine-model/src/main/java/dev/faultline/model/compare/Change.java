package dev.faultline.model.compare;

import java.util.Comparator;
import java.util.List;

/// All that differs of one subject, and all that is as before.
///
/// @param place where its code is, in the new traces or else in the old ones; empty where it is none
/// @param differences what tells most first
public record Change(Subject subject, String place, List<Difference> differences) {
    public Change {
        differences = differences.stream().sorted(ORDER).toList();
    }

    private static final Comparator<Difference> ORDER = Comparator
            .comparingInt((Difference d) -> rank(d.verdict()))
            .thenComparing(Comparator.comparingDouble(Difference::score).reversed());

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case WORSE, BETTER -> 0;
            case CHANGED -> 1;
            case SAME -> 2;
        };
    }

    /// What tells most of it.
    public Difference lead() {
        return differences.getFirst();
    }

    /// That of [#lead].
    public Verdict verdict() {
        return lead().verdict();
    }

    /// All but those that are as before.
    public List<Difference> shown() {
        return differences.stream().filter(d -> d.verdict() != Verdict.SAME).toList();
    }

    /// How much it tells, for ordering.
    double score() {
        return lead().score();
    }
}
