package dev.faultline.model.compare;

import dev.faultline.model.analysis.measure.Histogram;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.task.Runs;
import dev.faultline.model.compare.Quantity.Limits;
import dev.faultline.model.compare.Quantity.Made;
import dev.faultline.model.compare.Subject.Kind;
import dev.faultline.model.metric.Better;
import dev.faultline.model.rules.FindingKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tasks, requests, tests and workers' items by name.
final class TaskFigures {
    /// A task takes longer because of what it waits for.
    private static final double EFFECT = 0.8;
    private static final Quantity MEDIAN = new Quantity("p50-task", "median duration", "ns", Better.LOWER, Made.MEDIAN,
            new Limits(2, 200e3, 10), EFFECT);
    private static final Quantity P95 = new Quantity("p95-task", "p95 duration", "ns", Better.LOWER, Made.TAIL,
            new Limits(3, 1e6, 100), EFFECT);
    static final Quantity FINISHED = new Quantity("task-count", "finished", "per_s", Better.NEITHER,
            Made.COUNT, new Limits(2, 10, 0), EFFECT);
    private static final Quantity UNFINISHED = new Quantity("unfinished", "not finished", "count", Better.LOWER,
            Made.COUNT, new Limits(2, 20, 0), EFFECT);

    private static final class Sums {
        private final Histogram times = new Histogram();
        private long open;
        private @Nullable Run longest;

        void add(Run run) {
            if (run.whole()) {
                times.add(run.durationNs());
            } else if (!run.ended()) {
                open++;
            }
            longest = longest == null || run.durationNs() > longest.durationNs() ? run : longest;
        }
    }

    private TaskFigures() {
    }

    static void read(Runs runs, Values values) {
        Map<Subject, Sums> bySubject = new LinkedHashMap<>();
        for (Run run : runs.all()) {
            String name = run.inferred() ? FindingKey.function(run.name()) : run.name();
            if (!name.isEmpty()) {
                bySubject.computeIfAbsent(new Subject(Kind.TASK, run.kind().label() + " " + name),
                        _ -> new Sums())
                        .add(run);
            }
        }
        bySubject.forEach((subject, sums) -> {
            long count = sums.times.count();
            values.percentile(subject, MEDIAN, sums.times, 0.5);
            values.percentile(subject, P95, sums.times, 0.95);
            values.perSecond(subject, FINISHED, count, count);
            values.put(subject, UNFINISHED, sums.open, sums.open);
            Run longest = sums.longest;
            if (longest != null) {
                values.spots.put(subject, new Spot("", longest.goroutine(), longest.fromNs(), longest.toNs()));
            }
        });
    }
}
