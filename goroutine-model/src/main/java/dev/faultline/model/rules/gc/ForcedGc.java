package dev.faultline.model.rules.gc;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.GcCycle;
import dev.faultline.model.analysis.gc.GcCycle.Trigger;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Garbage collections that the program forces.
public final class ForcedGc implements Rule {
    private static final Setting MANY = new Setting("many_count", 3);
    private static final Setting RATE = new Setting("per_minute_count", 2);

    @Override
    public String id() {
        return "forced-gc";
    }

    @Override
    public List<Setting> settings() {
        return List.of(MANY, RATE);
    }

    @Override
    public Optional<String> missing(Facts facts, Settings settings) {
        long unknown = facts.gcCycles().all().stream().filter(c -> c.stack() == 0).count();
        return unknown == 0
                ? Optional.empty()
                : Optional.of(texts().say("missing.starter", Map.of("cycles", unknown)));
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<GcCycle> forced = facts.gcCycles().all().stream().filter(c -> c.trigger() == Trigger.BY_HAND).toList();
        return forced.isEmpty() ? List.of() : List.of(finding(facts, settings, forced));
    }

    private Finding finding(Facts facts, Settings settings, List<GcCycle> forced) {
        double minutes = facts.knownTime().seconds() / 60;
        long ofProgram = facts.tests().any() ? 0 : forced.stream().filter(c -> !ofTests(facts, c)).count();
        boolean often = ofProgram >= settings.value(this, MANY) && ofProgram / minutes >= settings.value(this, RATE);
        Int2IntLinkedOpenHashMap stacks = new Int2IntLinkedOpenHashMap();
        double cost = 0;
        FindingBuilder finding = new FindingBuilder(this, facts.model());
        for (GcCycle cycle : forced) {
            stacks.addTo(cycle.stack(), 1);
            finding.interval(cycle.startNs(), cycle.endNs(), -1, "cycle");
            cost += cycle.workerNs() + cycle.assistNs()
                    + cycle.stopNs() * (double) Math.max(1, facts.model().procCount());
        }
        int most = stacks.int2IntEntrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getIntKey();
        finding.stacks("start", stacks, FindingBuilder.MOST);
        long all = facts.gcCycles().all().size();
        return finding.level(often ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .with("forced", forced.size()).with("all", all).with("every", all == forced.size())
                .with("tests", ofProgram == 0).with("places", stacks.size()).place("place", facts, most)
                .cost(cost).figure("forced_count", forced.size()).figure("all_count", all)
                .figure("mark_ns", forced.stream().mapToLong(GcCycle::durationNs).sum())
                .figure("worker_ns", forced.stream().mapToLong(GcCycle::workerNs).sum())
                .finding();
    }

    /// Package testing forces collections so that benchmarks begin alike, and so do tests, and what they start.
    private static boolean ofTests(Facts facts, GcCycle cycle) {
        return facts.code().hasFunction(cycle.stack(), f -> f.startsWith("testing."));
    }
}
