package dev.faultline.model.rules.fracture;

import dev.faultline.model.analysis.DarkTimes;
import dev.faultline.model.analysis.DarkTimes.MissingGenerations;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;
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
    public String about() {
        return "A stretch of time that the trace does not cover because generations are missing.";
    }

    @Override
    public boolean tellsOfDamage() {
        return true;
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        return facts.model().trace().minor() >= GENERATIONS_SINCE
                ? Optional.empty()
                : Optional
                        .of("Before Go 1.22 a trace has no generations, between which gaps would show.");
    }

    @Override
    public boolean needsSweep() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<MissingGenerations> gaps = DarkTimes.missingGenerations(facts.model().trace());
        return gaps.isEmpty() ? List.of() : List.of(finding(facts, gaps));
    }

    private Finding finding(Facts facts, List<MissingGenerations> gaps) {
        long missing = gaps.stream().mapToLong(MissingGenerations::count).sum();
        Draft draft = new Draft(this, facts.model());
        double dark = 0;
        for (MissingGenerations gap : gaps) {
            dark += gap.toNs() - gap.fromNs();
            draft.fracture(gap.fromNs(), gap.toNs(), -1, Units.count(gap.count(), "generation") + " missing");
        }
        return draft.level(Severity.WARNING, Confidence.CERTAIN)
                .summary("%s of the trace missing: nothing is known of %s.".formatted(
                        Units.count(missing, "generation is", "generations are"), Units.duration(dark)))
                .why("States are told anew at the begin of each generation, so what follows the gap is right, but who "
                        + "was woken or created in it, and what it cost, is unknown.")
                .advice("Take the trace again; if data was lost while writing, write to a faster place.")
                .figure("generations_count", "missing generations", missing).figure("dark_ns", "time not covered", dark)
                .finding();
    }
}
