package dev.faultline.model.metric;

import static dev.faultline.model.metric.Better.HIGHER;
import static dev.faultline.model.metric.Better.LOWER;
import static dev.faultline.model.metric.Better.NEITHER;
import static dev.faultline.model.metric.MetricUnit.BYTES;
import static dev.faultline.model.metric.MetricUnit.COUNT;
import static dev.faultline.model.metric.MetricUnit.NS;
import static dev.faultline.model.metric.MetricUnit.RATIO;

import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.WaitKind.Role;
import dev.faultline.model.analysis.life.LiveGoroutines;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of all metrics: for budgets, rankings, comparisons and tables. What each is stands in the bundle beside it.
public final class TraceMetrics {
    private static final long MMU_NS = 10_000_000;

    /// A metric and its value in a trace.
    public record Value(TraceMetric metric, double value) {
        /// For people: `1.20 ms`.
        public String text() {
            return metric.text(value);
        }
    }

    private static final List<TraceMetric> ALL = List.of( //
            sure("events", COUNT, NEITHER, m -> m.model().trace().events().size()),
            sure("duration", NS, NEITHER, m -> m.model().durationNs()),
            sure("lost-bytes", BYTES, LOWER, m -> m.model().trace().report().lostBytes()),
            sure("findings", COUNT, LOWER, Measured::findings),
            sure("findings-critical", COUNT, LOWER, m -> m.findings(Severity.CRITICAL)),
            sure("findings-warning", COUNT, LOWER, m -> m.findings(Severity.WARNING)),
            sure("findings-notice", COUNT, LOWER, m -> m.findings(Severity.NOTICE)),
            sure("stuck", COUNT, LOWER, Measured::stuck), //
            sure("goroutines", COUNT, LOWER,
                    m -> LiveGoroutines.peak(m.model().goroutines(), 0, Math.max(1, m.model().durationNs()))),
            sure("goroutines-at-end", COUNT, LOWER, m -> LiveGoroutines.atEnd(m.model().goroutines())),
            sure("goroutines-created", COUNT, NEITHER, m -> LiveGoroutines.created(m.model().goroutines())),
            sure("threads", COUNT, NEITHER, m -> m.model().trace().threads().size()),
            sure("procs", COUNT, NEITHER, m -> m.model().tally().procs()),
            some("p50-sched-latency", NS, LOWER, m -> queued(m, 0.5)),
            some("p95-sched-latency", NS, LOWER, m -> queued(m, 0.95)),
            some("p99-sched-latency", NS, LOWER, m -> queued(m, 0.99)),
            some("max-sched-latency", NS, LOWER, m -> queued(m, 1)),
            sure("run-queue", COUNT, LOWER, m -> Arrays.stream(m.runnable()).max().orElse(0)),
            some("stw", NS, LOWER, m -> pauses(m, p -> p.stream().mapToLong(Range::durationNs).max().orElse(0))),
            some("stw-total", NS, LOWER, m -> pauses(m, m.facts().knownTime()::coveredNs)),
            some("stw-count", COUNT, LOWER, m -> pauses(m, List::size)),
            sure("gc-cpu", RATIO, LOWER, m -> m.facts().gcCpu().share(m.facts().knownTime().ns())),
            sure("gc-cycles", COUNT, LOWER, m -> m.facts().gcCycles().all().size()),
            sure("gc-marking", RATIO, LOWER,
                    m -> m.facts().knownTime().share(m.model().ranges(Range.Kind.GC_MARK))),
            sure("gc-assist", NS, LOWER, m -> m.facts().assists().runningNs()),
            some("mmu-10ms", RATIO, HIGHER, TraceMetrics::utilization),
            some("heap", BYTES, LOWER, m -> highest(m, Metric.HEAP_OBJECTS)),
            some("heap-goal", BYTES, LOWER, m -> highest(m, Metric.HEAP_GOAL)),
            sure("running", NS, NEITHER, m -> m.time().runningNs()),
            sure("runnable", NS, LOWER, m -> m.time().runnableNs()),
            sure("syscall", NS, NEITHER, m -> m.time().syscallNs()),
            sure("blocked-channel", NS, NEITHER, m -> m.time().waitingNs(Role.CHANNEL)),
            sure("blocked-sync", NS, LOWER, m -> m.time().waitingNs(Role.SYNC)),
            sure("blocked-network", NS, NEITHER, m -> m.time().waitingNs(Role.NETWORK)),
            sure("sleep", NS, NEITHER, m -> m.time().waitingNs(Role.SLEEP)),
            sure("lock-wait", NS, LOWER,
                    m -> m.facts().timing().waits().stream().filter(SiteWait::isLock).mapToDouble(SiteWait::totalNs)
                            .sum()),
            some("slowest-task", NS, LOWER, m -> real(m.spans().slowestNs())),
            some("fracture-rate", RATIO, LOWER, TraceMetrics::fractures),
            some("span-closure", RATIO, HIGHER, m -> m.spans().closure()));

    private static final List<MetricFamily> FAMILIES = List.of(
            family("p50-task", NS, LOWER, (m, name) -> lasted(m, name, 0.5), m -> m.spans().timed()),
            family("p95-task", NS, LOWER, (m, name) -> lasted(m, name, 0.95), m -> m.spans().timed()),
            family("p99-task", NS, LOWER, (m, name) -> lasted(m, name, 0.99), m -> m.spans().timed()),
            family("max-task", NS, LOWER, (m, name) -> lasted(m, name, 1), m -> m.spans().timed()),
            family("task-count", COUNT, NEITHER, TraceMetrics::ended, m -> m.spans().timed()),
            family("span-closure", RATIO, HIGHER, (m, name) -> m.spans().closure(name), m -> m.spans().begun()));

    private TraceMetrics() {
    }

    /// All that every trace may have, in the order in which lists show them.
    public static List<TraceMetric> all() {
        return ALL;
    }

    /// Those about things that a program names.
    public static List<MetricFamily> families() {
        return FAMILIES;
    }

    /// The metric of a name such as `stw` or `p99-task:checkout`.
    ///
    /// @throws SettingsException when there is none; its sentence lists all names
    public static TraceMetric named(String name) throws SettingsException {
        for (TraceMetric metric : ALL) {
            if (metric.name().equals(name)) {
                return metric;
            }
        }
        int colon = name.indexOf(':');
        if (colon > 0 && colon + 1 < name.length()) {
            for (MetricFamily family : FAMILIES) {
                if (family.name().equals(name.substring(0, colon))) {
                    return family.of(name.substring(colon + 1));
                }
            }
        }
        throw new SettingsException("unknown metric '" + name + "'; known are: "
                + Stream.concat(ALL.stream().map(TraceMetric::name), FAMILIES.stream().map(MetricFamily::form))
                        .collect(Collectors.joining(", ")));
    }

    /// All metrics that a trace has a value of: the general ones, then those of each name in the trace.
    public static List<Value> of(Measured trace) {
        List<Value> values = new ArrayList<>();
        for (TraceMetric metric : ALL) {
            metric.of(trace).ifPresent(value -> values.add(new Value(metric, value)));
        }
        for (MetricFamily family : FAMILIES) {
            for (String name : family.names().apply(trace)) {
                TraceMetric metric = family.of(name);
                metric.of(trace).ifPresent(value -> values.add(new Value(metric, value)));
            }
        }
        return values;
    }

    private static TraceMetric some(String name, MetricUnit unit, Better better, TraceMetric.Source source) {
        return new TraceMetric(name, unit, better, texts().say(name), source);
    }

    private static TraceMetric sure(String name, MetricUnit unit, Better better, ToDoubleFunction<Measured> value) {
        return some(name, unit, better, m -> OptionalDouble.of(value.applyAsDouble(m)));
    }

    private static MetricFamily family(String name, MetricUnit unit, Better better, MetricFamily.Source source,
            Function<Measured, Collection<String>> names) {
        return new MetricFamily(name, unit, better, texts().say(name + ":"), source, names);
    }

    private static Texts texts() {
        return Texts.of(TraceMetrics.class);
    }

    private static OptionalDouble queued(Measured m, double share) {
        return quantile(Optional.of(m.facts().timing().queueTimes()), share);
    }

    private static OptionalDouble lasted(Measured m, String name, double share) {
        return quantile(m.spans().durations(name), share);
    }

    private static OptionalDouble quantile(Optional<Histogram> times, double share) {
        return times.filter(t -> t.count() > 0).map(t -> OptionalDouble.of(t.quantile(share)))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble ended(Measured m, String name) {
        return m.spans().durations(name).map(t -> OptionalDouble.of(t.count())).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble pauses(Measured m, ToDoubleFunction<List<Range>> value) {
        return m.tellsPauses() ? OptionalDouble.of(value.applyAsDouble(m.pauses())) : OptionalDouble.empty();
    }

    /// Of traces that are shorter than the window it says nothing.
    private static OptionalDouble utilization(Measured m) {
        return m.model().durationNs() < MMU_NS
                ? OptionalDouble.empty()
                : OptionalDouble.of(m.model().mutatorUtilization().minimum(MMU_NS));
    }

    private static OptionalDouble highest(Measured m, String metric) {
        return real(m.model().metrics().stream().filter(x -> x.name().equals(metric)).mapToLong(Metric::max).max());
    }

    private static OptionalDouble fractures(Measured m) {
        return m.facts().fractures().regions().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(m.facts().fractures().rate());
    }

    private static OptionalDouble real(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsLong()) : OptionalDouble.empty();
    }
}
