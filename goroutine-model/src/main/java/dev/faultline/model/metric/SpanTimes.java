package dev.faultline.model.metric;

import dev.faultline.model.Regions;
import dev.faultline.model.Tasks;
import dev.faultline.model.UserIntervals;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.task.Run;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How long tasks took by name, requests and the like where the program marks none, and how many of those that it began
/// it also ended.
final class SpanTimes {
    /// Tasks, or regions, of one name whose begin is in the trace.
    private static final class Closure {
        private long begun;
        private long ended;

        double ratio() {
            return (double) ended / begun;
        }
    }

    private final Map<String, Histogram> durations = new TreeMap<>();
    private final Map<String, Closure> closures = new TreeMap<>();
    private final Closure all = new Closure();
    private long slowestNs = -1;

    private SpanTimes() {
    }

    static SpanTimes of(Facts facts) {
        SpanTimes times = new SpanTimes();
        Tasks tasks = facts.model().tasks();
        for (int t = 0; t < tasks.size(); t++) {
            times.lasted(tasks.name(t), tasks.began(t) && tasks.ended(t), tasks.durationNs(t));
            times.slowestNs = Math.max(times.slowestNs, tasks.durationNs(t));
        }
        for (Run run : facts.runs().inferred()) {
            times.lasted(run.name(), run.whole(), run.durationNs());
            // what only seems to be one piece of work may go on for as long as the program
            times.slowestNs = Math.max(times.slowestNs, run.whole() ? run.durationNs() : -1);
        }
        Regions regions = facts.model().regions();
        times.close(tasks);
        times.close(regions);
        return times;
    }

    private void lasted(String name, boolean whole, long ns) {
        if (whole) {
            durations.computeIfAbsent(name, key -> new Histogram()).add(ns);
        }
    }

    private void close(UserIntervals<?> spans) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.began(i)) {
                int ended = spans.ended(i) ? 1 : 0;
                Closure own = closures.computeIfAbsent(spans.name(i), key -> new Closure());
                own.begun++;
                own.ended += ended;
                all.begun++;
                all.ended += ended;
            }
        }
    }

    /// Durations of those of a name that began and ended in the trace.
    Optional<Histogram> durations(String name) {
        return Optional.ofNullable(durations.get(name));
    }

    /// The names that there are durations of, in order.
    Set<String> timed() {
        return durations.keySet();
    }

    /// The longest, tasks included that have not ended, as far as the trace goes.
    OptionalLong slowestNs() {
        return slowestNs < 0 ? OptionalLong.empty() : OptionalLong.of(slowestNs);
    }

    /// Share of the begun tasks and regions that ended, 0 to 1; empty where none began.
    OptionalDouble closure() {
        return ratio(all);
    }

    /// The same of one name.
    OptionalDouble closure(String name) {
        return ratio(closures.get(name));
    }

    private static OptionalDouble ratio(@Nullable Closure closure) {
        return closure == null || closure.begun == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(closure.ratio());
    }

    /// The names of tasks and regions that began in the trace, in order.
    Set<String> begun() {
        return closures.keySet();
    }
}
