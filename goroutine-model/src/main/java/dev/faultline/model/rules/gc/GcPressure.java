package dev.faultline.model.rules.gc;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Range;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.GcCycle;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;

/// The GC is marking most of the time, and allocating goroutines pay for it.
public final class GcPressure implements Rule {
    private static final Setting CYCLES = new Setting("cycles_count", 5);
    private static final Setting MARKING = new Setting("marking_ratio", 0.4);
    private static final Setting ASSIST = new Setting("assist_ratio", 0.1);

    @Override
    public String id() {
        return "gc-pressure";
    }

    @Override
    public List<Setting> settings() {
        return List.of(CYCLES, MARKING, ASSIST);
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<GcCycle> cycles = facts.gcCycles().all();
        double marking = facts.knownTime().share(facts.model().ranges(Range.Kind.GC_MARK));
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
        return List.of(finding(facts, cycles, marking, running));
    }

    private Finding finding(Facts facts, List<GcCycle> cycles, double marking, double running) {
        double assist = cycles.stream().mapToLong(GcCycle::assistNs).sum();
        double worked = cycles.stream().mapToLong(GcCycle::workerNs).sum();
        double stopped = cycles.stream().mapToLong(GcCycle::stopNs).sum();
        FindingBuilder finding = new FindingBuilder(this, facts.model()).level(Severity.WARNING, Confidence.CERTAIN)
                .with("marking", Units.share(marking)).with("cycles", cycles.size())
                .with("assist", Units.duration(assist)).with("running", Units.duration(running))
                .cost(assist + worked + stopped * Math.max(1, facts.model().procCount()))
                .figure("collections_count", cycles.size()).figure("marking_ratio", marking)
                .figure("assist_ns", assist).figure("stopped_ns", stopped).figure("worker_ns", worked)
                .figure("sweep_ns", cycles.stream().mapToLong(GcCycle::sweepNs).sum())
                .figure("heap_bytes", cycles.getLast().heap().before());
        for (GcCycle cycle : cycles) {
            finding.interval(cycle.startNs(), cycle.endNs(), -1, "cycle");
        }
        var stacks = new it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap();
        for (Range range : facts.model().ranges(Range.Kind.MARK_ASSIST)) {
            stacks.addTo(range.stack(), 1);
            finding.goroutine(range.goroutine());
        }
        return finding.stacks("assist", stacks, 10).finding();
    }
}
