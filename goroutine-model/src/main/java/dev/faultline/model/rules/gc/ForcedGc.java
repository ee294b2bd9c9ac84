package dev.faultline.model.rules.gc;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.GcCycle;
import dev.faultline.model.analysis.gc.GcCycle.Trigger;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collections that the program starts by hand.
public final class ForcedGc implements Rule {
    private static final Setting MANY = new Setting("many_count", "so many are more than a notice", 3);
    private static final Setting RATE = new Setting("per_minute_count", "so many a minute are more than a notice", 2);

    @Override
    public String id() {
        return "forced-gc";
    }

    @Override
    public String about() {
        return "Collections started by runtime.GC or debug.FreeOSMemory.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(MANY, RATE);
    }

    @Override
    public Optional<String> lacks(Facts facts, Settings settings) {
        long unknown = facts.gcCycles().all().stream().filter(c -> c.stack() == 0).count();
        return unknown == 0
                ? Optional.empty()
                : Optional.of("Who started %s is not in the trace.".formatted(Units.count(unknown, "collection")));
    }

    @Override
    public boolean needsSweep() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<GcCycle> forced = facts.gcCycles().all().stream().filter(c -> c.trigger() == Trigger.BY_HAND).toList();
        return forced.isEmpty() ? List.of() : List.of(finding(facts, settings, forced));
    }

    private Finding finding(Facts facts, Settings settings, List<GcCycle> forced) {
        double minutes = Math.max(1e-3, facts.model().durationNs() / 60e9);
        boolean often = forced.size() >= settings.value(this, MANY)
                && forced.size() / minutes >= settings.value(this, RATE);
        Int2IntLinkedOpenHashMap stacks = new Int2IntLinkedOpenHashMap();
        double cost = 0;
        Draft draft = new Draft(this, facts.model());
        for (GcCycle cycle : forced) {
            stacks.addTo(cycle.stack(), 1);
            draft.interval(cycle.startNs(), cycle.endNs(), -1, "collection by hand");
            cost += cycle.workerNs() + cycle.assistNs()
                    + cycle.stopNs() * (double) Math.max(1, facts.model().procCount());
        }
        int most = stacks.int2IntEntrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getIntKey();
        draft.stacks("starts a collection", stacks, Draft.MOST);
        long all = facts.gcCycles().all().size();
        return draft.level(often ? Severity.WARNING : Severity.NOTICE, Confidence.CERTAIN)
                .summary("%s of the trace's %s %s started by hand, mostly at %s.".formatted(Units.count(forced.size()),
                        Units.count(all, "collection"), forced.size() == 1 ? "was" : "were",
                        facts.code().ownPlace(most)))
                .why("A collection by hand marks the whole heap, whether there is garbage or not, and the caller waits "
                        + "for it; the pacer knows better when one pays.")
                .advice("Remove the call at " + facts.code().ownPlace(most)
                        + "; to hold memory down set GOMEMLIMIT or GOGC instead.")
                .cost(cost).figure("forced_count", "collections by hand", forced.size())
                .figure("all_count", "collections in all", all)
                .figure("mark_ns", "marking", forced.stream().mapToLong(GcCycle::durationNs).sum())
                .figure("worker_ns", "the collector's workers ran", forced.stream().mapToLong(GcCycle::workerNs).sum())
                .finding();
    }
}
