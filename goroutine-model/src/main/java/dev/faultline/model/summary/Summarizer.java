package dev.faultline.model.summary;

import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.Tally;
import dev.faultline.model.TraceModel;
import dev.faultline.model.Transition;
import dev.faultline.model.WaitProfile;
import dev.faultline.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts a [Summary] together, one method a part.
final class Summarizer {
    private static final Map<String, Long> WINDOWS = Map.of("100µs", 100_000L, "1ms", 1_000_000L, "10ms", 10_000_000L,
            "100ms", 100_000_000L, "1s", 1_000_000_000L);
    private static final Map<String, WaitProfile.Kind> PROFILES = Map.of("net", WaitProfile.Kind.NET, "sync",
            WaitProfile.Kind.SYNC, "syscall", WaitProfile.Kind.SYSCALL, "sched", WaitProfile.Kind.SCHED);

    private Summarizer() {
        // functions only
    }

    static Summary summarize(TraceModel model) {
        Trace trace = model.trace();
        Tally tally = model.tally();
        Map<String, Long> kinds = EventKinds.count(trace, tally);
        TaskSums tasks = new TaskSums(model);
        GoroutineSums sums = GoroutineSums.of(model);
        return new Summary(trace.name(), trace.header(), kinds.values().stream().mapToLong(Long::longValue).sum(),
                kinds, EventKinds.syncs(trace), model.durationNs(), transitions(tally.goroutineTransitions()),
                transitions(tally.procTransitions()), trace.threads().size(), tally.procs(), metrics(model),
                ranges(model),
                profiles(model), profilesByLeaf(model), mmu(model), sums.listed(), sums.count(), sums.execNs(),
                sums.schedWaitNs(), sums.blockNs(), sums.syscallNs(), tasks.listed(), tasks.count(),
                RegionSums.byName(model), model.cpuSampleRows().length);
    }

    private static Map<String, Long> transitions(List<Transition> transitions) {
        Map<String, Long> counts = new TreeMap<>();
        for (Transition t : transitions) {
            String reason = t.reason().isEmpty() ? "" : " (" + t.reason() + ")";
            counts.put(t.from() + " > " + t.to() + reason, t.count());
        }
        return counts;
    }

    private static Map<String, MetricFigures> metrics(TraceModel model) {
        Map<String, MetricFigures> figures = new TreeMap<>();
        for (Metric metric : model.metrics()) {
            figures.put(metric.name(), MetricFigures.of(metric));
        }
        return figures;
    }

    /// Where a range was open already when the trace began, Go counts from the event that tells of it.
    private static Map<String, CountAndTime> ranges(TraceModel model) {
        Map<String, CountAndTime> sums = new TreeMap<>();
        for (Range range : model.ranges()) {
            if (!range.openEnd()) {
                long start = range.openStart() ? model.trace().events().time(range.beginRow()) : range.startNs();
                sums.merge(RangeNames.of(range), new CountAndTime(1, Math.max(0, range.endNs() - start)),
                        (a, b) -> a.plus(b.count(), b.ns()));
            }
        }
        return sums;
    }

    private static Map<String, CountAndTime> profiles(TraceModel model) {
        Map<String, CountAndTime> totals = new TreeMap<>();
        PROFILES.forEach((name, kind) -> {
            WaitProfile profile = model.profile(kind);
            totals.put(name, new CountAndTime(profile.count(), profile.ns()));
        });
        return totals;
    }

    private static Map<String, Map<String, CountAndTime>> profilesByLeaf(TraceModel model) {
        Map<String, Map<String, CountAndTime>> profiles = new TreeMap<>();
        PROFILES.forEach((name, kind) -> profiles.put(name, LeafProfile.of(model, model.profile(kind))));
        return profiles;
    }

    private static Map<String, Double> mmu(TraceModel model) {
        Map<String, Double> minima = new TreeMap<>();
        WINDOWS.forEach((name, ns) -> {
            if (ns <= model.durationNs()) {
                minima.put(name, model.tally().referenceUtilization().minimum(ns));
            }
        });
        return minima;
    }
}
