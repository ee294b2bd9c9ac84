package dev.faultline.model.rules.fracture;

import dev.faultline.model.analysis.DarkTimes;
import dev.faultline.model.analysis.DarkTimes.MissingGenerations;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Generations that are missing between others.
public final class TraceGap implements Rule {
    /// Go release from which on a trace has generations.
    private static final int GENERATIONS_SINCE = 22;

    @Override
    public String id() {
        return "trace-gap";
    }

    @Override
    public boolean reportsDamage() {
        return true;
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        return facts.model().trace().minor() >= GENERATIONS_SINCE
                ? Optional.empty()
                : Optional.of(texts().say("missing.generations"));
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<MissingGenerations> gaps = DarkTimes.missingGenerations(facts.model().trace());
        return gaps.isEmpty() ? List.of() : List.of(finding(facts, gaps));
    }

    private Finding finding(Facts facts, List<MissingGenerations> gaps) {
        long missing = gaps.stream().mapToLong(MissingGenerations::count).sum();
        FindingBuilder finding = new FindingBuilder(this, facts.model());
        double dark = 0;
        for (MissingGenerations gap : gaps) {
            dark += gap.toNs() - gap.fromNs();
            finding.fracture(gap.fromNs(), gap.toNs(), -1, "gap", Map.of("missing", gap.count()));
        }
        return finding.level(Severity.WARNING, Confidence.CERTAIN)
                .with("generations", missing).with("dark", Units.duration(dark))
                .figure("generations_count", missing).figure("dark_ns", dark).finding();
    }
}
