package dev.faultline.model.summary;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.unit.Units;
import dev.faultline.trace.Trace;
import dev.faultline.trace.format.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// An overview of a trace for people: what ran, where the time went, what the collector took, what the program says of
/// itself. Figures are those of [Summary], but for mutator utilization, which is the true one.
public final class SummaryText {
    /// Longer lists end with a line that says how much was left out.
    private static final int MOST_ROWS = 12;
    private static final Map<String, String> PROFILE_NAMES = Map.of("net", "network", "sched", "ready to run", "sync",
            "channels and locks", "syscall", "system calls");
    private static final Map<String, Long> WINDOWS = Map.of("1 ms", 1_000_000L, "10 ms", 10_000_000L, "100 ms",
            100_000_000L);

    private final StringBuilder out = new StringBuilder();
    private final TraceModel model;
    private final Summary summary;

    private SummaryText(TraceModel model) {
        this.model = model;
        summary = Summary.of(model);
    }

    /// The overview: lines ended by line feeds, without control characters.
    public static String of(TraceModel model) {
        SummaryText text = new SummaryText(model);
        text.head();
        text.losses();
        text.time();
        text.groups();
        text.waits();
        text.collector();
        text.tasks();
        return text.out.toString();
    }

    private void head() {
        Trace trace = model.trace();
        line(plain(trace.name()));
        line("  " + trace.header() + ", " + Units.bytes(trace.bytes()) + ", "
                + Units.count(trace.generations().size(), "generation"));
        line("  " + Units.duration(summary.durationNs()) + " with " + Units.count(summary.events(), "event") + " of "
                + Units.count(summary.goroutineCount(), "goroutine") + " on " + Units.count(summary.threads(), "thread")
                + " and " + Units.count(summary.procs(), "P"));
        int samples = summary.cpuSamples();
        if (samples > 0) {
            line("  " + Units.count(samples, "CPU sample"));
        }
    }

    private void losses() {
        List<Loss> losses = model.trace().report().losses();
        List<String> notices = model.trace().report().notices();
        if (losses.isEmpty() && notices.isEmpty()) {
            return;
        }
        section("Reading");
        notices.forEach(notice -> line("  " + plain(notice)));
        losses.stream().limit(MOST_ROWS).forEach(loss -> line("  lost " + Units.bytes(loss.bytes()) + " at "
                + loss.place() + ": " + plain(loss.cause())));
        leftOut(losses.size());
    }

    private void time() {
        section("Time of all goroutines");
        TextTable table = new TextTable();
        long waiting = summary.blockNs().values().stream().mapToLong(Long::longValue).sum();
        double all = Math.max(1, summary.execNs() + summary.schedWaitNs() + summary.syscallNs() + waiting);
        row(table, "running", summary.execNs(), all);
        row(table, "ready to run", summary.schedWaitNs(), all);
        row(table, "in system calls", summary.syscallNs(), all);
        summary.blockNs().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_ROWS).forEach(e -> row(table, waitName(e.getKey()), e.getValue(), all));
        table.print(out);
        leftOut(summary.blockNs().size());
    }

    private static void row(TextTable table, String name, long ns, double all) {
        if (ns > 0) {
            table.row(name, Units.duration(ns), Units.share(ns / all));
        }
    }

    private static String waitName(String reason) {
        return reason.isEmpty() ? "waiting since before the trace" : "waiting: " + plain(reason);
    }

    private void groups() {
        section("Goroutines by entry function");
        List<GoroutineGroup> groups = new ArrayList<>(model.groups());
        groups.sort(Comparator.comparingInt((GoroutineGroup g) -> g.system() ? 1 : 0)
                .thenComparing(g -> -g.members().size()).thenComparing(GoroutineGroup::index));
        TextTable table = new TextTable();
        table.row("", "in all", "at the end", "running", "ready to run", "waiting");
        for (GoroutineGroup group : groups.subList(0, Math.min(MOST_ROWS, groups.size()))) {
            GroupTimes times = GroupTimes.of(model.goroutines(), group);
            table.row(plain(group.name()), Units.count(group.members().size()), Units.count(times.alive),
                    Units.duration(times.running), Units.duration(times.runnable), Units.duration(times.waiting));
        }
        table.print(out);
        leftOut(groups.size());
    }

    private void waits() {
        TextTable table = new TextTable();
        table.row("", "count", "total", "mean", "most at");
        summary.profiles().forEach((name, sum) -> {
            if (sum.count() > 0) {
                String where = summary.profileByLeafFunction().get(name).entrySet().stream()
                        .max(Comparator.comparingLong(e -> e.getValue().ns())).map(Map.Entry::getKey).orElse("");
                table.row(PROFILE_NAMES.get(name), Units.count(sum.count()), Units.duration(sum.ns()),
                        Units.duration((double) sum.ns() / sum.count()), plain(where));
            }
        });
        section("Finished waits");
        table.print(out);
    }

    private void collector() {
        if (!summary.metrics().isEmpty()) {
            section("Metrics");
            TextTable table = new TextTable();
            table.row("", "first", "last", "largest");
            summary.metrics().forEach((name, m) -> table.row(name, value(name, m.first()), value(name, m.last()),
                    value(name, m.max())));
            table.print(out);
        }
        if (!summary.ranges().isEmpty()) {
            section("Collector and pauses");
            TextTable table = new TextTable();
            table.row("", "count", "total", "mean");
            summary.ranges().forEach((name, sum) -> table.row(plain(name), Units.count(sum.count()),
                    Units.duration(sum.ns()), Units.duration((double) sum.ns() / sum.count())));
            table.print(out);
            if (!model.ranges(Range.Kind.GC_MARK).isEmpty()) {
                utilization();
            }
        }
    }

    private void utilization() {
        MutatorUtilization utilization = model.mutatorUtilization();
        WINDOWS.entrySet().stream().sorted(Map.Entry.comparingByValue())
                .filter(w -> w.getValue() <= model.durationNs())
                .forEach(w -> line("  in its worst " + w.getKey() + " the program had "
                        + Units.share(utilization.minimum(w.getValue())) + " of the processors"));
    }

    private static String value(String metric, long value) {
        return metric.endsWith(":bytes") ? Units.bytes(value) : Units.count(value);
    }

    private void tasks() {
        if (summary.taskCount() == 0 && summary.regionsByName().isEmpty()) {
            return;
        }
        section("Tasks and regions");
        line("  " + Units.count(summary.taskCount(), "task"));
        TextTable table = new TextTable();
        summary.regionsByName().entrySet().stream().filter(e -> !e.getKey().isEmpty())
                .sorted(Comparator.comparingLong(e -> -e.getValue().count())).limit(MOST_ROWS)
                .forEach(e -> table.row("region " + plain(e.getKey()), Units.count(e.getValue().count()),
                        Units.duration(e.getValue().ns()),
                        Units.duration((double) e.getValue().ns() / e.getValue().count())));
        table.print(out);
        leftOut(summary.regionsByName().size());
    }

    private void section(String title) {
        out.append('\n');
        line(title);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void leftOut(int size) {
        if (size > MOST_ROWS) {
            line("  and " + Units.count((long) size - MOST_ROWS) + " more");
        }
    }

    /// Names come from the trace; what they hold must not reach a terminal as a command.
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\ufffd");
    }

    /// Summed times of a group's goroutines.
    private static final class GroupTimes {
        private int alive;
        private long running;
        private long runnable;
        private long waiting;

        static GroupTimes of(Goroutines goroutines, GoroutineGroup group) {
            GroupTimes times = new GroupTimes();
            group.members().forEach(g -> times.add(goroutines, g));
            return times;
        }

        private void add(Goroutines goroutines, int g) {
            alive += goroutines.ended(g) ? 0 : 1;
            running += goroutines.runningNs(g);
            runnable += goroutines.runnableNs(g);
            goroutines.waits(g, (reason, kind, ns) -> waiting += kind == WaitKind.NONE ? 0 : ns);
        }
    }
}
