package dev.faultline.views.timeline.paint;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.rules.Evidence;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.TaskWork;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of a finding's evidence a picture shows: which rows, and over which time.
///
/// @param range the time
/// @param rows from top to bottom
/// @param omitted number of tasks and goroutines that have no row
/// @param elsewhere number of the finding's intervals that lie outside the range
record EvidenceChoice(TimeRange range, List<Row> rows, int omitted, int elsewhere) {
    private static final int MOST_TASKS = 6;
    private static final int MOST_GOROUTINES = 12;
    private static final int MOST_PROCS = 8;
    /// Where all intervals together take so many times the telling one, that one would be a line a few px wide: then the
    /// picture shows it alone, with what happened around it.
    private static final long CROWDED = 20;
    private static final long LEAST_MARGIN_NS = 500;

    static EvidenceChoice of(TraceModel model, Evidence evidence) {
        List<Thing.UserTask> tasks = tasks(model, evidence);
        TimeRange whole = new TimeRange(0, Math.max(1, model.durationNs()));
        TimeRange all = all(model, evidence, tasks);
        TimeRange telling = telling(model, evidence, tasks);
        TimeRange range = range(all, telling, whole);
        List<Row> rows = new ArrayList<>();
        boolean global = evidence.intervals().stream().anyMatch(i -> i.goroutine() == 0);
        boolean nobody = evidence.tasks().isEmpty() && goroutines(evidence).isEmpty();
        if (global || nobody) {
            rows.add(new Thing.Pauses());
        }
        if (nobody) {
            for (int p = 0; p < Math.min(MOST_PROCS, model.procCount()); p++) {
                rows.add(new Thing.Processor(p));
            }
        }
        int named = rows.size();
        TimeRange shown = range;
        tasks.stream().filter(t -> touches(shown, t.task().startNs(), t.workEndNs())).forEach(rows::add);
        goroutineRows(model, evidence, shown, rows);
        int omitted = evidence.tasks().size() + goroutines(evidence).size() - (rows.size() - named);
        int elsewhere = (int) evidence.intervals().stream().filter(i -> !touches(shown, i.fromNs(), i.toNs())).count();
        return new EvidenceChoice(range, List.copyOf(rows), omitted, elsewhere);
    }

    private static TimeRange range(@Nullable TimeRange all, @Nullable TimeRange telling, TimeRange whole) {
        if (all == null) {
            return whole;
        }
        boolean crowded = telling != null && all.durationNs() > CROWDED * telling.durationNs();
        TimeRange range = (telling != null && crowded ? around(telling) : all.padded(0.06)).within(whole);
        return range.durationNs() > whole.durationNs() * 0.6 ? whole : range;
    }

    private static TimeRange around(TimeRange telling) {
        long margin = Math.max(LEAST_MARGIN_NS, telling.durationNs() / 2);
        return new TimeRange(telling.fromNs() - margin, telling.toNs() + margin);
    }

    private static boolean touches(TimeRange range, long fromNs, long toNs) {
        return fromNs <= range.toNs() && toNs >= range.fromNs();
    }

    /// The first tasks of the evidence, in the order of the trace.
    private static List<Thing.UserTask> tasks(TraceModel model, Evidence evidence) {
        if (evidence.tasks().isEmpty()) {
            // looking for none would take as long as looking through all
            return List.of();
        }
        Set<Long> first = new HashSet<>(evidence.tasks().subList(0, Math.min(MOST_TASKS, evidence.tasks().size())));
        return model.tasks().stream().filter(t -> first.contains(t.id())).limit(first.size())
                .map(t -> new Thing.UserTask(t, TaskWork.endNs(model, t))).toList();
    }

    /// Ids of the goroutines: those with intervals first.
    private static Set<Long> goroutines(Evidence evidence) {
        Set<Long> goroutines = new LinkedHashSet<>();
        evidence.intervals().stream().map(Evidence.Interval::goroutine).filter(g -> g != 0).forEach(goroutines::add);
        goroutines.addAll(evidence.goroutines());
        return goroutines;
    }

    /// Adds rows of those that have an interval in the range, and of those that have none at all and exist in it.
    private static void goroutineRows(TraceModel model, Evidence evidence, TimeRange range, List<Row> rows) {
        Set<Long> inside = new HashSet<>();
        Set<Long> outside = new HashSet<>();
        evidence.intervals()
                .forEach(i -> (touches(range, i.fromNs(), i.toNs()) ? inside : outside).add(i.goroutine()));
        goroutines(evidence).stream().filter(id -> inside.contains(id) || !outside.contains(id))
                .mapToInt(model.goroutines()::indexOf)
                .filter(g -> g >= 0 && touches(range, model.goroutines().bornNs(g), model.goroutines().endNs(g)))
                .limit(MOST_GOROUTINES).forEach(g -> rows.add(new Thing.Goroutine(g)));
    }

    /// From the first begin to the last end of the intervals and tasks; where there are neither, of the goroutines' lives.
    /// Null when the evidence names no time at all.
    private static @Nullable TimeRange all(TraceModel model, Evidence evidence,
            List<Thing.UserTask> tasks) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Evidence.Interval i : evidence.intervals()) {
            from = Math.min(from, i.fromNs());
            to = Math.max(to, i.toNs());
        }
        for (Thing.UserTask t : tasks) {
            from = Math.min(from, t.task().startNs());
            to = Math.max(to, t.workEndNs());
        }
        if (to < from) {
            Goroutines goroutines = model.goroutines();
            for (long id : evidence.goroutines().subList(0, Math.min(MOST_GOROUTINES, evidence.goroutines().size()))) {
                int g = goroutines.indexOf(id);
                from = g < 0 ? from : Math.min(from, goroutines.bornNs(g));
                to = g < 0 ? to : Math.max(to, goroutines.endNs(g));
            }
        }
        return to < from ? null : new TimeRange(from, to);
    }

    /// The first interval, and the task that it belongs to; null when there is no interval.
    private static @Nullable TimeRange telling(TraceModel model, Evidence evidence, List<Thing.UserTask> tasks) {
        if (evidence.intervals().isEmpty()) {
            return null;
        }
        Evidence.Interval first = evidence.intervals().getFirst();
        long from = first.fromNs();
        long to = first.toNs();
        for (Thing.UserTask t : tasks) {
            if (t.task().startNs() <= first.fromNs() && t.workEndNs() >= first.toNs()
                    && t.task().goroutines().contains(model.goroutines().indexOf(first.goroutine()))) {
                from = Math.min(from, t.task().startNs());
                to = Math.max(to, t.workEndNs());
            }
        }
        return new TimeRange(from, to);
    }
}
