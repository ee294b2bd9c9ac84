package dev.faultline.model.gate;

import dev.faultline.model.metric.MetricUnit;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Figures of findings that tell how bad a finding is, so that a later trace of the program can be told to be worse. Findings
/// of other ids are worse by their severity only.
public final class Tracked {
    /// One that is this many times as high is worse ...
    public static final double RATIO = 2;

    /// One of a higher severity is worse only where a figure is this many times as high: else two runs of the same program may
    /// lie on both sides of a threshold.
    static final double MORE = 1.25;

    /// A figure, and whether it grows by itself the longer a trace is.
    private record Kind(String name, boolean growsWithTime) {}

    private static final Map<String, List<Kind>> BY_ID = new HashMap<>();

    static {
        track("goroutine-leak", sum("leaked_count"));
        track("goroutine-growth", level("gain_per_second_count"));
        track("deadlock", level("goroutines_count"));
        track("unclosed-body", sum("connections_count"));
        track("pool-starvation", sum("waited_ns"), sum("gave_up_count"));
        track("stalled-wait", level("waiters_count"));
        track("broken-context", level("fracture_ratio"));
        track("unfinished-span", level("unfinished_ratio"));
        track("orphan-work", level("tasks_ratio"));
        track("mismatched-region", sum("regions_count"));
        track("forced-gc", sum("forced_count"));
        track("gc-pressure", level("cpu_ratio"));
        track("gc-delays-requests", sum("lost_ns"));
        track("live-heap-growth", sum("gain_bytes"));
        track("long-stw", level("longest_ns"), sum("total_ns"));
        track("stw-storm", sum("pauses_count"));
        track("scheduler-latency", level("p99_ns"));
        track("goroutine-churn", sum("goroutines_count"));
        track("lock-contention", sum("waited_ns"));
        track("thundering-herd", level("largest_count"));
        track("blocking-rate", level("most_ratio"));
        track("slow-syscall", level("longest_ns"), sum("total_ns"));
        track("slow-cgo-call", level("longest_ns"), sum("total_ns"));
        track("thread-growth", level("threads_count"));
        track("busy-loop", sum("times_count"));
        track("serial-calls", level("saved_ns"));
        track("slow-task", sum("over_ns"));
    }

    private Tracked() {
    }

    private static void track(String id, Kind... kinds) {
        BY_ID.put(id, List.of(kinds));
    }

    private static Kind level(String name) {
        return new Kind(name, false);
    }

    private static Kind sum(String name) {
        return new Kind(name, true);
    }

    /// Names of the tracked figures by id.
    static Map<String, List<String>> names() {
        Map<String, List<String>> names = new TreeMap<>();
        BY_ID.forEach((id, kinds) -> names.put(id, kinds.stream().map(Kind::name).toList()));
        return names;
    }

    /// The tracked figures of a finding by name.
    static SortedMap<String, Double> of(Finding finding) {
        SortedMap<String, Double> values = new TreeMap<>();
        for (Kind kind : BY_ID.getOrDefault(finding.id(), List.of())) {
            finding.figures().stream().filter(f -> f.name().equals(kind.name()))
                    .forEach(f -> values.put(f.name(), f.value()));
        }
        return values;
    }

    /// ... and this much higher: what two runs of the same program may differ in.
    ///
    /// @param name of a figure, which ends in its unit
    public static double floor(String name) {
        return switch (unit(name)) {
            case COUNT -> 5;
            case NS -> 10_000_000;
            case BYTES -> 16_000_000;
            case RATIO -> 0.1;
        };
    }

    private static MetricUnit unit(String name) {
        for (MetricUnit unit : MetricUnit.values()) {
            if (name.endsWith("_" + unit.label())) {
                return unit;
            }
        }
        return MetricUnit.COUNT;
    }

    /// Whether a figure is worse than before, beyond what two runs of the same program differ in: at least [#RATIO] times as
    /// high and by [#floor] higher; one that grows with the length of the trace also per second of trace.
    ///
    /// @param durationNs of the trace of the figure
    /// @param wasNs of the trace of the earlier value
    static boolean worse(Finding finding, Figure figure, double was, long durationNs, long wasNs) {
        Kind kind = BY_ID.getOrDefault(finding.id(), List.of()).stream().filter(k -> k.name().equals(figure.name()))
                .findFirst().orElse(null);
        if (kind == null || figure.value() - was < floor(figure.name()) || figure.value() < RATIO * was) {
            return false;
        }
        double longer = (double) Math.max(1, durationNs) / Math.max(1, wasNs);
        return !kind.growsWithTime() || figure.value() >= RATIO * was * longer;
    }
}
