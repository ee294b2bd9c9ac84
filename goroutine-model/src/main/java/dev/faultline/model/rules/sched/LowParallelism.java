package dev.faultline.model.rules.sched;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.timing.BlockedShare;
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

/// One goroutine computes while most Ps are idle: for much of the trace, or in a phase of a program that else uses the Ps.
public final class LowParallelism implements Rule {
    private static final Setting BUSY = new Setting("busy_ratio", 0.5);
    private static final Setting ALONE = new Setting("alone_ratio", 0.8);
    private static final Setting IDLE = new Setting("idle_ratio", 0.6);
    private static final Setting LEAST = new Setting("least_ns", 50_000_000);
    private static final Setting PHASE = new Setting("phase_ns", 500_000_000);
    private static final Setting PHASE_SHARE = new Setting("phase_ratio", 0.1);
    private static final Setting USED = new Setting("used_ratio", 0.6);
    /// Share of a window of a phase that the goroutine must run for.
    private static final double WHOLE = 0.9;

    /// Windows in which the same goroutine runs alone, from one on and before another.
    private record Phase(int g, int from, int to) {
        long ns(BlockedShare share) {
            return to > from ? (to - from + 1) * share.stepNs() : 0;
        }
    }

    @Override
    public String id() {
        return "low-parallelism";
    }

    @Override
    public List<Setting> settings() {
        return List.of(BUSY, ALONE, IDLE, LEAST, PHASE, PHASE_SHARE, USED);
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
        return found ? List.of(finding(facts, most, alone / known, idle, procs)) : phase(facts, settings, procs);
    }

    private List<Finding> phase(Facts facts, Settings settings, int procs) {
        BlockedShare share = facts.timing().blocked();
        Phase longest = longest(facts, settings, share);
        long least = (long) Math.max(settings.value(this, PHASE),
                settings.value(this, PHASE_SHARE) * facts.model().durationNs());
        long most = 0;
        long alone = 0;
        long all = 0;
        for (int w = 0; w < BlockedShare.WINDOWS; w++) {
            most = Math.max(most, share.runningNs(w));
            alone += w >= longest.from() && w < longest.to() ? share.runningMostNs(w) : 0;
            all += w >= longest.from() && w < longest.to() ? share.runningNs(w) : 0;
        }
        double running = most / (2.0 * share.stepNs());
        double idle = 1 - all / (2.0 * share.stepNs() * Math.max(1, longest.to() - longest.from()) * procs);
        boolean found = longest.ns(share) >= least && idle >= settings.value(this, IDLE)
                && running >= settings.value(this, USED) * procs;
        return found ? List.of(finding(facts, longest, (double) alone / all, idle, procs)) : List.of();
    }

    private Phase longest(Facts facts, Settings settings, BlockedShare share) {
        Phase best = new Phase(-1, 0, 0);
        Phase now = best;
        for (int w = 0; w < BlockedShare.WINDOWS; w++) {
            int g = share.runsMost(w);
            boolean alone = share.runningMostNs(w) >= WHOLE * 2 * share.stepNs()
                    && !facts.model().goroutines().system(g)
                    && share.runningMostNs(w) >= settings.value(this, ALONE) * share.runningNs(w);
            now = alone ? new Phase(g, g == now.g ? now.from : w, w + 1) : new Phase(-1, 0, 0);
            best = now.ns(share) > best.ns(share) ? now : best;
        }
        return best;
    }

    private Finding finding(Facts facts, Phase phase, double share, double idle, int procs) {
        BlockedShare windows = facts.timing().blocked();
        long fromNs = phase.from() * windows.stepNs();
        long toNs = Math.min(facts.model().durationNs(), (phase.to() + 1) * windows.stepNs());
        long originNs = facts.model().trace().originNs();
        GoroutineGroup group = facts.model().groups().get(facts.model().goroutines().group(phase.g()));
        Int2IntLinkedOpenHashMap samples = samples(facts, phase.g(), fromNs, toNs);
        int where = most(samples);
        return new FindingBuilder(this, facts.model(), "phase").level(Severity.NOTICE, Confidence.CERTAIN)
                .aboutFunction(group.name()).anywhere().with("function", group.name()).with("procs", procs)
                .with("idle", Units.share(idle))
                .with("from", Units.duration(originNs + fromNs))
                .with("to", Units.duration(originNs + toNs)).with("sampled", where != 0)
                .with("place", Phrases.place(facts, where)).goroutine(phase.g())
                .interval(fromNs, toNs, phase.g(), "alone").stacks("samples", samples, 5)
                .stack("creation", 1, group.creationStack()).figure("phase_ns", toNs - fromNs)
                .figure("running_ratio", share).figure("idle_ratio", idle).figure("procs_count", procs).finding();
    }

    /// The stack of most samples, 0 where there are none.
    private static int most(Int2IntLinkedOpenHashMap samples) {
        return samples.int2IntEntrySet().stream().max(Map.Entry.comparingByValue()).map(e -> e.getIntKey()).orElse(0);
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
        long originNs = facts.model().trace().originNs();
        GoroutineGroup group = facts.model().groups().get(goroutines.group(g));
        Int2IntLinkedOpenHashMap samples = samples(facts, g, 0, facts.model().durationNs());
        int where = most(samples);
        return new FindingBuilder(this, facts.model()).level(Severity.NOTICE, Confidence.CERTAIN)
                .aboutFunction(group.name()).anywhere().with("function", group.name()).with("share", Units.share(share))
                .with("procs", procs)
                .with("idle", Units.share(idle)).with("sampled", where != 0)
                .with("place", Phrases.place(facts, where)).goroutine(g)
                .interval(goroutines.bornNs(g), goroutines.endNs(g), g, "alone").stacks("samples", samples, 5)
                .stack("creation", 1, group.creationStack()).figure("running_ns", goroutines.runningNs(g))
                .figure("running_ratio", share).figure("idle_ratio", idle).figure("procs_count", procs).finding();
    }

    /// CPU samples of a goroutine by stack.
    private static Int2IntLinkedOpenHashMap samples(Facts facts, int g, long fromNs, long toNs) {
        EventStore events = facts.model().trace().events();
        Int2IntLinkedOpenHashMap samples = new Int2IntLinkedOpenHashMap();
        for (int row : facts.model().cpuSampleRows()) {
            if (events.goroutine(row) == g && events.stack(row) != 0 && events.time(row) >= fromNs
                    && events.time(row) <= toNs) {
                samples.addTo(events.stack(row), 1);
            }
        }
        return samples;
    }
}
