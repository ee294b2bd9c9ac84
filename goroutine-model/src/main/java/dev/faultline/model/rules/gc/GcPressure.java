package dev.faultline.model.rules.gc;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.GcCycle;
import dev.faultline.model.analysis.gc.GcCycle.Trigger;
import dev.faultline.model.analysis.measure.SlidingWindows.Window;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.FindingBuilder;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Setting;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The GC takes a large share of the Ps, or marks most of the time while goroutines have to assist.
public final class GcPressure implements Rule {
    private static final Setting CYCLES = new Setting("cycles_count", 5);
    private static final Setting MARKING = new Setting("marking_ratio", 0.4);
    private static final Setting ASSIST = new Setting("assist_ratio", 0.1);
    private static final Setting SHARE = new Setting("cpu_ratio", 0.15);
    private static final Setting USED = new Setting("used_cpu_ratio", 0.3);
    private static final Setting WINDOW = new Setting("window_cpu_ratio", 0.4);
    private static final long SECOND_NS = 1_000_000_000;
    private static final long TENTH_NS = 100_000_000;
    /// A program that marks for less of the time is mostly idle: there its share of what is used says little.
    private static final double BUSY = 0.15;
    /// Below this the GC's pacing has no room, whatever GOGC is: the least goal is 4 MB.
    private static final long SMALL_BYTES = 16L << 20;
    /// With GOGC=100 the goal is twice the live heap, somewhat less where much is allocated during a cycle.
    private static final double LIMITED = 1.4;

    private enum Cause {
        SMALL_HEAP, OVER_LIMIT, LIMIT, ALLOCATION
    }

    /// What the GC cost.
    private record Cost(double marking, double running, double cpu, double used, Optional<Window> burst) {}

    @Override
    public String id() {
        return "gc-pressure";
    }

    @Override
    public List<Setting> settings() {
        return List.of(CYCLES, MARKING, ASSIST, SHARE, USED, WINDOW);
    }

    @Override
    public List<Finding> check(Facts facts, Settings settings) {
        List<GcCycle> cycles = facts.gcCycles().all();
        if (cycles.size() < settings.value(this, CYCLES) || mostByHand(cycles)) {
            return List.of();
        }
        double marking = facts.knownTime().share(facts.model().ranges(Range.Kind.GC_MARK));
        double assist = cycles.stream().mapToLong(GcCycle::assistNs).sum();
        double running = 1.0 + facts.programTime().runningNs();
        double cpu = facts.gcCpu().share(facts.knownTime().ns());
        double used = facts.gcCpu().spentNs() / Math.max(1, running + facts.gcCpu().besideNs());
        boolean whole = cpu >= settings.value(this, SHARE) || used >= settings.value(this, USED) && marking >= BUSY
                || marking >= settings.value(this, MARKING) && assist / running >= settings.value(this, ASSIST);
        Optional<Window> burst = whole ? Optional.empty() : burst(facts, settings);
        return whole || burst.isPresent()
                ? List.of(finding(facts, cycles, new Cost(marking, running, cpu, used, burst)))
                : List.of();
    }

    /// What calls of the program bring about is no pressure: that is told as forced collections.
    private static boolean mostByHand(List<GcCycle> cycles) {
        double byHand = cycles.stream().filter(c -> c.trigger() == Trigger.BY_HAND).mapToLong(GcCycle::durationNs)
                .sum();
        return byHand > 0.5 * cycles.stream().mapToLong(GcCycle::durationNs).sum();
    }

    /// The worst second, or else the worst tenth of a second, with so large a share and several collections.
    private Optional<Window> burst(Facts facts, Settings settings) {
        return Stream.of(SECOND_NS, TENTH_NS).map(facts.gcCpu()::worst)
                .filter(w -> facts.gcCpu().share(w) >= settings.value(this, WINDOW)
                        && facts.gcCycles().all().stream().filter(c -> c.startNs() < w.toNs() && c.endNs() > w.fromNs())
                                .count() >= settings.value(this, CYCLES))
                .findFirst();
    }

    /// Why there are so many collections, from the goals and what each left.
    private static Cause cause(Facts facts, List<GcCycle> cycles) {
        long[] goals = cycles.stream().mapToLong(c -> c.heap().goal()).filter(g -> g > 0).sorted().toArray();
        if (2 * goals.length < cycles.size()
                && facts.model().metrics().stream().anyMatch(m -> m.name().equals(Metric.HEAP_GOAL))) {
            return Cause.OVER_LIMIT; // the runtime's goal is 0 where other memory alone exceeds the limit
        }
        double[] room = IntStream.range(1, cycles.size())
                .filter(i -> cycles.get(i).heap().goal() > 0 && cycles.get(i - 1).heap().after() > 0)
                .mapToDouble(i -> (double) cycles.get(i).heap().goal() / cycles.get(i - 1).heap().after()).sorted()
                .toArray();
        if (room.length > 0 && room[room.length / 2] < LIMITED) {
            return Cause.LIMIT;
        }
        return goals.length > 0 && goals[goals.length / 2] < SMALL_BYTES ? Cause.SMALL_HEAP : Cause.ALLOCATION;
    }

    private Finding finding(Facts facts, List<GcCycle> cycles, Cost cost) {
        double assist = cycles.stream().mapToLong(GcCycle::assistNs).sum();
        double worked = cycles.stream().mapToLong(GcCycle::workerNs).sum();
        double stopped = cycles.stream().mapToLong(GcCycle::stopNs).sum();
        GcCycle.Heap heap = cycles.getLast().heap();
        long live = (long) cycles.stream().mapToLong(c -> c.heap().after()).filter(b -> b > 0).average().orElse(0);
        FindingBuilder finding = new FindingBuilder(this, facts.model(), cost.burst.isPresent() ? "burst" : "")
                .level(cost.burst.isPresent() ? Severity.NOTICE : Severity.WARNING, Confidence.CERTAIN)
                .anywhere().with("marking", Units.share(cost.marking)).with("cycles", cycles.size())
                .with("cpu", Units.share(cost.cpu)).with("used", Units.share(cost.used))
                .with("cause", cause(facts, cycles))
                .with("goal", Units.bytes(heap.goal())).with("live", Units.bytes(live))
                .with("assist", Units.duration(assist)).with("running", Units.duration(cost.running))
                .with("assisting", Units.duration(facts.assists().runningNs()))
                .cost(facts.gcCpu().spentNs()).figure("collections_count", cycles.size())
                .figure("cpu_ratio", cost.cpu).figure("used_cpu_ratio", cost.used).figure("marking_ratio", cost.marking)
                .figure("assist_ns", assist).figure("stopped_ns", stopped).figure("worker_ns", worked)
                .figure("idle_worker_ns", facts.gcCpu().idleNs())
                .figure("sweep_ns", cycles.stream().mapToLong(GcCycle::sweepNs).sum())
                .figure("heap_bytes", heap.before()).figure("goal_bytes", heap.goal());
        cost.burst.ifPresent(w -> finding.interval(w.fromNs(), w.toNs(), -1, "burst")
                .with("from", Units.duration(w.fromNs())).with("to", Units.duration(w.toNs()))
                .with("most", Units.share(facts.gcCpu().share(w))));
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
