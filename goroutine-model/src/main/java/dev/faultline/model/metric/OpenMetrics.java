package dev.faultline.model.metric;

import dev.faultline.model.Metric;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind.Role;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.gc.GcCycle.Trigger;
import dev.faultline.model.analysis.gc.Restarts;
import dev.faultline.model.analysis.life.LiveGoroutines;
import dev.faultline.model.analysis.life.ProgramTime;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.words.GoRelease;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/// Traces in the text format of OpenMetrics 1.0. Names are those that the client library of Prometheus for Go makes of the names
/// in Go's `runtime/metrics`, where there are such; counters count from the start of the trace.
public final class OpenMetrics {
    private static final double SECOND_NS = 1e9;

    private final ExpositionText text = new ExpositionText();

    /// Adds a trace.
    ///
    /// @param label tells it from others, empty where it is the only one
    public void add(Facts facts, String label) {
        TraceModel model = facts.model();
        ExpositionText.Labels of = ExpositionText.Labels.NONE.with("trace", label);
        text.info("go", "Go release that wrote the trace.", of.with("version", GoRelease.of(model.trace())));
        text.gauge("faultline_trace_duration_seconds", "seconds", "Time from the first event to the last.", of,
                seconds(model.durationNs()));
        text.gauge("faultline_trace_events", "", "Events in the trace.", of, model.trace().events().size());
        text.gauge("go_goroutines", "", "Goroutines of the program at the end of the trace.", of,
                LiveGoroutines.atEnd(model.goroutines()));
        text.counter("go_sched_goroutines_created_goroutines", "goroutines",
                "Goroutines that the program started.", of, LiveGoroutines.created(model.goroutines()));
        text.gauge("go_threads", "", "Operating-system threads in the trace.", of, model.trace().threads().size());
        last(model, of, Metric.GOMAXPROCS, "go_sched_gomaxprocs_threads", "threads", "GOMAXPROCS.");
        last(model, of, Metric.HEAP_OBJECTS, "go_memory_classes_heap_objects_bytes", "bytes",
                "Memory of live objects and of those not yet swept.");
        last(model, of, Metric.HEAP_GOAL, "go_gc_heap_goal_bytes", "bytes", "Goal of the heap.");
        collector(facts, of);
        text.histogram("go_sched_latencies_seconds", "Time from runnable to running.", of,
                facts.timing().queueTimes());
        times(facts, of);
    }

    private void collector(Facts facts, ExpositionText.Labels of) {
        long all = facts.gcCycles().all().size();
        long forced = facts.gcCycles().all().stream().filter(c -> c.trigger() == Trigger.BY_HAND).count();
        text.counter("go_gc_cycles_automatic_gc_cycles", "gc_cycles", "Collections that the runtime started.", of,
                all - forced);
        text.counter("go_gc_cycles_forced_gc_cycles", "gc_cycles", "Collections that the program started.", of, forced);
        text.counter("go_gc_cycles_total_gc_cycles", "gc_cycles", "All collections.", of, all);
        text.counter("go_cpu_classes_gc_mark_assist_cpu_seconds", "cpu_seconds",
                "CPU time of goroutines in mark assists.", of, seconds(facts.assists().runningNs()));
        text.counter("go_cpu_classes_gc_mark_idle_cpu_seconds", "cpu_seconds",
                "CPU time of GC workers on Ps that had nothing else to do.", of, seconds(facts.gcCpu().idleNs()));
        text.counter("go_cpu_classes_gc_total_cpu_seconds", "cpu_seconds", "All CPU time of the GC.", of,
                seconds(facts.gcCpu().spentNs() + facts.gcCpu().idleNs()));
        if (Restarts.pausesAreTold(facts.model().trace())) {
            text.histogram("go_gc_pauses_seconds", "Stop-the-world pauses for the GC.", of,
                    pauses(facts, reason -> reason.startsWith("GC ")));
            text.histogram("go_sched_pauses_total_other_seconds", "Other stop-the-world pauses.", of,
                    pauses(facts, reason -> !reason.startsWith("GC ")));
        }
    }

    private void times(Facts facts, ExpositionText.Labels of) {
        text.counter("go_sync_mutex_wait_total_seconds", "seconds", "Time that goroutines waited for mutexes.", of,
                facts.timing().waits().stream().filter(SiteWait::isLock).mapToDouble(SiteWait::totalNs).sum()
                        / SECOND_NS);
        ProgramTime time = facts.programTime();
        state(of, "running", time.runningNs());
        state(of, "runnable", time.runnableNs());
        state(of, "syscall", time.syscallNs());
        state(of, "channel", time.waitingNs(Role.CHANNEL));
        state(of, "sync", time.waitingNs(Role.SYNC));
        state(of, "network", time.waitingNs(Role.NETWORK));
        state(of, "sleep", time.waitingNs(Role.SLEEP));
        state(of, "other", time.waitingNs(Role.OTHER));
    }

    private void state(ExpositionText.Labels of, String state, long ns) {
        text.counter("faultline_goroutine_state_seconds", "seconds",
                "Time of the program's goroutines by what they did or waited for.", of.with("state", state),
                seconds(ns));
    }

    private void last(TraceModel model, ExpositionText.Labels of, String metric, String name, String unit,
            String help) {
        model.metrics().stream().filter(m -> m.name().equals(metric) && m.values().length > 0).findFirst()
                .ifPresent(m -> text.gauge(name, unit, help, of, m.values()[m.values().length - 1]));
    }

    private static Histogram pauses(Facts facts, Predicate<String> reason) {
        Histogram times = new Histogram();
        for (Range pause : facts.model().ranges(Range.Kind.STW)) {
            if (reason.test(pause.reason())) {
                times.add(pause.durationNs());
            }
        }
        return times;
    }

    private static double seconds(double ns) {
        return ns / SECOND_NS;
    }

    /// Writes all of it; the stream stays open.
    public void write(OutputStream out) throws IOException {
        out.write(text.text().getBytes(StandardCharsets.UTF_8));
    }
}
