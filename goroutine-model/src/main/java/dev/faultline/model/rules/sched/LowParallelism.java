package dev.faultline.model.rules.sched;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Phrases;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.EventStore;
import it.unimi.dsi.fastutil.ints.Int2IntLinkedOpenHashMap;
import java.util.List;
import java.util.Map;

/// One goroutine computes while most Ps are idle.
public final class LowParallelism implements Rule {
    private static final Setting BUSY = new Setting("busy_ratio", 0.5);
    private static final Setting ALONE = new Setting("alone_ratio", 0.8);
    private static final Setting IDLE = new Setting("idle_ratio", 0.6);
    private static final Setting LEAST = new Setting("least_ns", 50_000_000);

    @Override
    public String id() {
        return "low-parallelism";
    }

    @Override
    public List<Setting> settings() {
        return List.of(BUSY, ALONE, IDLE, LEAST);
    }

    @Override
    public boolean needsTiming() {
        return false;
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        TraceModel model = facts.model();
        Goroutines goroutines = model.goroutines();
        double all = 0;
        int most = -1;
        for (int g = 0; g < goroutines.count(); g++) {
            if (!goroutines.system(g)) {
                all += goroutines.runningNs(g);
                most = most < 0 || goroutines.runningNs(g) > goroutines.runningNs(most) ? g : most;
            }
        }
        long known = facts.knownTime().ns();
        int procs = procs(model);
        if (most < 0 || known == 0 || procs == 0) {
            return List.of();
        }
        double alone = goroutines.runningNs(most);
        double idle = 1 - all / known / procs;
        boolean found = alone >= settings.value(this, BUSY) * known && alone >= settings.value(this, ALONE) * all
                && idle >= settings.value(this, IDLE) && alone >= settings.value(this, LEAST);
        return found ? List.of(finding(facts, most, alone / known, idle, procs)) : List.of();
    }

    /// How many Ps the program may use, as it usually has.
    private static int procs(TraceModel model) {
        for (Metric metric : model.metrics()) {
            if (metric.name().equals(Metric.GOMAXPROCS) && metric.values().length > 0) {
                return (int) metric.values()[metric.values().length / 2];
            }
        }
        return model.procCount();
    }

    private Finding finding(Facts facts, int g, double share, double idle, int procs) {
        Goroutines goroutines = facts.model().goroutines();
        GoroutineGroup group = facts.model().groups().get(goroutines.group(g));
        Int2IntLinkedOpenHashMap samples = samples(facts, g);
        int where = samples.int2IntEntrySet().stream().max(Map.Entry.comparingByValue()).map(e -> e.getIntKey())
                .orElse(0);
        return new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.CERTAIN)
                .with("function", group.name()).with("share", Units.share(share)).with("procs", procs)
                .with("idle", Units.share(idle)).with("sampled", where != 0)
                .with("place", Phrases.place(facts, where)).goroutine(g)
                .interval(goroutines.bornNs(g), goroutines.endNs(g), g, "alone").stacks("samples", samples, 5)
                .stack("creation", 1, group.creationStack()).figure("running_ns", goroutines.runningNs(g))
                .figure("running_ratio", share).figure("idle_ratio", idle).figure("procs_count", procs).finding();
    }

    /// CPU samples of a goroutine by stack.
    private static Int2IntLinkedOpenHashMap samples(Facts facts, int g) {
        EventStore events = facts.model().trace().events();
        Int2IntLinkedOpenHashMap samples = new Int2IntLinkedOpenHashMap();
        for (int row : facts.model().cpuSampleRows()) {
            if (events.goroutine(row) == g && events.stack(row) != 0) {
                samples.addTo(events.stack(row), 1);
            }
        }
        return samples;
    }
}
