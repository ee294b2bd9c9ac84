package dev.faultline.model.summary;

import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.GoRelease;
import dev.faultline.model.words.TerminalSafe;
import dev.faultline.model.words.Units;
import dev.faultline.trace.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// An overview of a trace for people: what ran, where the time went, what the GC took, which tasks and regions the program
/// marks. Figures are those of [Summary], except mutator utilization, which is the true one, and the number of events,
/// which leaves out the Sync events of the reader.
public final class SummaryText {
    /// Longer lists end with a line that says how much was left out.
    private static final int MOST_ROWS = Overview.MOST_GROUPS;
    private static final Map<String, String> PROFILE_NAMES = Map.of("net", "network", "sched", "runnable", "sync",
            "channels and locks", "syscall", "syscalls");

    private final StringBuilder out = new StringBuilder();
    private final Trace trace;
    private final Overview overview;
    private final Summary summary;

    private SummaryText(Trace trace, Overview overview) {
        this.trace = trace;
        this.overview = overview;
        summary = overview.summary();
    }

    /// The overview: lines ended by line feeds, without control characters.
    public static String of(TraceModel model) {
        SummaryText text = new SummaryText(model.trace(), Overview.of(model));
        text.head();
        text.losses();
        text.time();
        text.groups();
        text.waits();
        text.openWaits();
        text.collector();
        text.tasks();
        return text.out.toString();
    }

    private void head() {
        line(TerminalSafe.of(trace.name()));
        line("  " + TerminalSafe.of(GoRelease.withHeader(trace)) + ", " + Units.bytes(trace.bytes()) + ", "
                + Units.count(trace.generations().size(), "generation"));
        line("  " + Units.duration(summary.durationNs()) + " with " + Units.count(trace.events().size(), "event")
                + " of "
                + Units.count(summary.goroutineCount(), "goroutine") + " on " + Units.count(summary.threads(), "thread")
                + " and " + Units.count(summary.procs(), "P"));
        int samples = summary.cpuSamples();
        if (samples > 0) {
            line("  " + Units.count(samples, "CPU sample"));
        }
    }

    private void losses() {
        List<String> notices = Completeness.notes(trace.report());
        if (trace.report().losses().isEmpty() && notices.isEmpty()) {
            return;
        }
        section("Reading the file");
        notices.forEach(notice -> line("  " + TerminalSafe.of(notice)));
        Completeness.lines(trace.report(), MOST_ROWS).forEach(loss -> line("  " + TerminalSafe.of(loss)));
    }

    private void time() {
        section("Goroutine time");
        TextTable table = new TextTable();
        long waiting = summary.blockNs().values().stream().mapToLong(Long::longValue).sum();
        double all = Math.max(1, summary.execNs() + summary.schedWaitNs() + summary.syscallNs() + waiting);
        row(table, "running", summary.execNs(), all);
        row(table, "runnable", summary.schedWaitNs(), all);
        row(table, "in syscalls", summary.syscallNs(), all);
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
        return reason.isEmpty() ? "waiting since before the trace started" : "waiting: " + TerminalSafe.of(reason);
    }

    private void groups() {
        section("Goroutines by entry function");
        TextTable table = new TextTable();
        table.row("", "count", "alive at end", "running", "runnable", "waiting");
        for (GroupFigures group : overview.groups()) {
            table.row(TerminalSafe.of(group.name()), Units.count(group.count()), Units.count(group.alive()),
                    Units.duration(group.runningNs()), Units.duration(group.runnableNs()),
                    Units.duration(group.waitingNs()));
        }
        table.print(out);
        leftOut(overview.groupCount());
    }

    private void waits() {
        TextTable table = new TextTable();
        table.row("", "count", "total", "mean", "top function");
        summary.profiles().forEach((name, sum) -> {
            if (sum.count() > 0) {
                String where = summary.profileByLeafFunction().getOrDefault(name, Map.of()).entrySet().stream()
                        .max(Comparator.comparingLong(e -> e.getValue().ns())).map(Map.Entry::getKey).orElse("");
                table.row(PROFILE_NAMES.getOrDefault(name, name), Units.count(sum.count()), Units.duration(sum.ns()),
                        Units.duration((double) sum.ns() / sum.count()), TerminalSafe.of(where));
            }
        });
        section("Completed waits");
        table.print(out);
    }

    /// The trace ends before these waits do, so their times are those so far.
    private void openWaits() {
        if (overview.openWaits().isEmpty()) {
            return;
        }
        section("Waits that have not ended");
        TextTable table = new TextTable();
        table.row("", "goroutines", "total", "longest");
        overview.openWaits().stream().sorted(Comparator.comparingLong(w -> -w.ns())).limit(MOST_ROWS)
                .forEach(w -> table.row(openName(w.reason()), Units.count(w.count()), Units.duration(w.ns()),
                        Units.duration(w.longestNs())));
        table.print(out);
        leftOut(overview.openWaits().size());
    }

    private static String openName(String reason) {
        return reason.isEmpty() ? "since before the trace started" : TerminalSafe.of(reason);
    }

    private void collector() {
        if (!summary.metrics().isEmpty()) {
            section("Metrics");
            TextTable table = new TextTable();
            table.row("", "first", "last", "max");
            summary.metrics().forEach((name, m) -> table.row(name, value(name, m.first()), value(name, m.last()),
                    value(name, m.max())));
            table.print(out);
        }
        if (!summary.ranges().isEmpty()) {
            section("GC and pauses");
            TextTable table = new TextTable();
            table.row("", "count", "total", "mean");
            summary.ranges().forEach((name, sum) -> table.row(TerminalSafe.of(name), Units.count(sum.count()),
                    Units.duration(sum.ns()), Units.duration((double) sum.ns() / sum.count())));
            table.print(out);
            overview.worst().forEach((window, share) -> line(
                    "  minimum mutator utilization over " + window + ": " + Units.share(share)));
        }
    }

    private static String value(String metric, long value) {
        return metric.endsWith(":bytes") ? Units.bytes(value) : Units.count(value);
    }

    private void tasks() {
        if (overview.tasks() == 0 && summary.regionsByName().isEmpty()) {
            return;
        }
        section("Tasks and regions");
        line("  " + Units.count(overview.tasks(), "task"));
        TextTable table = new TextTable();
        summary.regionsByName().entrySet().stream().filter(e -> !e.getKey().isEmpty())
                .sorted(Comparator.comparingLong(e -> -e.getValue().count())).limit(MOST_ROWS)
                .forEach(e -> table.row("region " + TerminalSafe.of(e.getKey()), Units.count(e.getValue().count()),
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
}
