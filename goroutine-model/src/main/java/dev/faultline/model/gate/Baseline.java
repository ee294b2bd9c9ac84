package dev.faultline.model.gate;

import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Findings that are known, of one trace or of several: taken from several runs of a program it also holds what not every run
/// shows.
public final class Baseline {
    /// All findings of a key.
    ///
    /// @param key see [dev.faultline.model.rules.FindingKey]
    /// @param severity of the worst
    /// @param count how many one trace has at most
    /// @param traceNs length of the longest trace that has one
    /// @param figures the highest value of each that is compared, by name
    public record Known(String key, Severity severity, int count, long traceNs, SortedMap<String, Double> figures) {
        public Known {
            figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        }

        private static Known of(Finding finding, long traceNs) {
            return new Known(finding.key(), finding.severity(), 1, traceNs, Tracked.of(finding));
        }

        private Known with(Known other, int both) {
            SortedMap<String, Double> highest = new TreeMap<>(figures);
            other.figures.forEach((name, value) -> highest.merge(name, value, Math::max));
            return new Known(key, other.severity.compareTo(severity) < 0 ? other.severity : severity, both,
                    Math.max(traceNs, other.traceNs), highest);
        }
    }

    private final SortedMap<String, Known> byKey = new TreeMap<>();

    /// @param all a key once
    public Baseline(List<Known> all) {
        all.forEach(known -> byKey.put(known.key(), known));
    }

    /// The findings of a trace, suppressed ones left out.
    ///
    /// @param traceNs its length
    public static Baseline of(Judgement judgement, long traceNs) {
        Baseline baseline = new Baseline(List.of());
        for (Finding finding : judgement.withConsequences()) {
            Known one = Known.of(finding, traceNs);
            baseline.byKey.merge(finding.key(), one, (a, b) -> a.with(b, a.count + b.count));
        }
        return baseline;
    }

    /// This with the findings of another one.
    public Baseline and(Baseline other) {
        Baseline both = new Baseline(all());
        other.byKey.forEach((key, known) -> both.byKey.merge(key, known,
                (a, b) -> a.with(b, Math.max(a.count, b.count))));
        return both;
    }

    /// All, by key.
    public List<Known> all() {
        return List.copyOf(byKey.values());
    }

    /// What a trace shows of it, finding by finding, consequences behind their causes.
    ///
    /// @param durationNs length of the trace
    public List<Compared> compare(Judgement judgement, long durationNs) {
        Map<String, Integer> seen = new HashMap<>();
        List<Compared> compared = new ArrayList<>();
        for (Finding finding : judgement.withConsequences()) {
            Known known = byKey.get(finding.key());
            int number = seen.merge(finding.key(), 1, Integer::sum);
            compared.add(known == null || number > known.count()
                    ? new Compared(finding, Compared.State.NEW, null, List.of())
                    : compare(finding, known, durationNs));
        }
        return compared;
    }

    private static Compared compare(Finding finding, Known known, long durationNs) {
        List<Compared.Growth> grown = new ArrayList<>();
        boolean more = known.figures().isEmpty();
        for (Figure figure : finding.figures()) {
            if (known.figures().containsKey(figure.name())) {
                double was = known.figures().getOrDefault(figure.name(), 0.0);
                more |= figure.value() >= Tracked.MORE * was;
                if (Tracked.worse(finding, figure, was, durationNs, known.traceNs())) {
                    grown.add(new Compared.Growth(figure, was));
                }
            }
        }
        boolean severer = more && finding.severity().compareTo(known.severity()) < 0;
        return new Compared(finding, severer || !grown.isEmpty() ? Compared.State.WORSE : Compared.State.KNOWN,
                severer ? known.severity() : null, grown);
    }
}
