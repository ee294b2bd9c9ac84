package dev.faultline.model.rules.gc;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Range;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.GcCycle;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Draft;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;

/// The collector hardly ever rests, and the program pays for it.
public final class GcPressure implements Rule {
    private static final Setting CYCLES = new Setting("cycles_count", "so many collections at least", 5);
    private static final Setting MARKING = new Setting("marking_ratio", "share of the trace in which it marks", 0.4);
    private static final Setting ASSIST = new Setting("assist_ratio",
            "share of the program's running time that goes into assists", 0.1);

    @Override
    public String id() {
        return "gc-pressure";
    }

    @Override
    public String about() {
        return "Collections back to back, with goroutines that must help to mark.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(CYCLES, MARKING, ASSIST);
    }

    @Override
    public boolean needsSweep() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<GcCycle> cycles = facts.gcCycles().all();
        double duration = Math.max(1, facts.model().durationNs());
        double marking = cycles.stream().mapToLong(GcCycle::durationNs).sum() / duration;
        double assist = cycles.stream().mapToLong(GcCycle::assistNs).sum();
        Goroutines goroutines = facts.model().goroutines();
        double running = 1;
        for (int g = 0; g < goroutines.count(); g++) {
            running += goroutines.system(g) ? 0 : goroutines.runningNs(g);
        }
        boolean busy = marking >= settings.value(this, MARKING) && cycles.size() >= settings.value(this, CYCLES);
        if (!busy || assist / running < settings.value(this, ASSIST)) {
            return List.of();
        }
        return List.of(finding(facts, cycles, marking));
    }

    private Finding finding(Facts facts, List<GcCycle> cycles, double marking) {
        double assist = cycles.stream().mapToLong(GcCycle::assistNs).sum();
        double worked = cycles.stream().mapToLong(GcCycle::workerNs).sum();
        double stopped = cycles.stream().mapToLong(GcCycle::stopNs).sum();
        Draft draft = new Draft(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN)
                .summary(
                        "The collector marked for %s of the time in %s; goroutines that allocate spent %s in mark assists."
                                .formatted(Units.share(marking), Units.count(cycles.size(), "collection"),
                                        Units.duration(assist)))
                .why("Who allocates while the collector marks must mark itself: requests slow down just when there is "
                        + "most to do, and a quarter of all processors goes to the collector's own workers.")
                .advice("Allocate less where the assists happen (reuse buffers, avoid short-lived pointers), or give the "
                        + "collector room: raise GOGC, or set GOMEMLIMIT.")
                .cost(assist + worked + stopped * Math.max(1, facts.model().procCount()))
                .figure("collections_count", "collections", cycles.size())
                .figure("marking_ratio", "share of the time in which it marks", marking)
                .figure("assist_ns", "assists, summed", assist).figure("stopped_ns", "world stopped", stopped)
                .figure("worker_ns", "the collector's workers ran", worked)
                .figure("sweep_ns", "sweeping", cycles.stream().mapToLong(GcCycle::sweepNs).sum())
                .figure("heap_bytes", "heap when the last began", cycles.getLast().heap().before());
        for (GcCycle cycle : cycles) {
            draft.interval(cycle.startNs(), cycle.endNs(), -1, "collection");
        }
        var stacks = new it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap();
        for (Range range : facts.model().ranges(Range.Kind.MARK_ASSIST)) {
            stacks.addTo(range.stack(), 1);
            draft.goroutine(range.goroutine());
        }
        return draft.stacks("assists while allocating", stacks, 10).finding();
    }
}
