package dev.faultline.views.export;

import static dev.faultline.views.export.Table.Column.flag;
import static dev.faultline.views.export.Table.Column.integer;
import static dev.faultline.views.export.Table.Column.real;
import static dev.faultline.views.export.Table.Column.text;

import java.util.List;

/// All tables: the schema of `faultline export --as csv`. Times are nanoseconds since the trace's first event; goroutines, threads and
/// tasks are the ids of the program; `stack` and `frame` lead into the tables of these names, 0 is no stack.
public final class Tables {
    private static final List<Table> ALL = List.of(
            new Table("traces", "the trace", List.of(text("header", "the file's header"),
                    text("go", "the Go release that wrote it, as far as known"),
                    integer("duration_ns", "from its first to its last event"), integer("events", "number of events"),
                    integer("goroutines", "number of goroutines"),
                    text("begin_utc", "wall-clock time of time 0, from Go 1.25 on"),
                    flag("complete", "whether nothing is missing")), RunTables::traces),
            Table.of("goroutines", "a goroutine", List.of(integer("g", "id"), text("name", "entry function"),
                    integer("group_id", "its group"), flag("system", "one of the runtime's own"),
                    flag("born_before", "whether it is older than the trace"), integer("born_ns", "creation"),
                    integer("end_ns", "end, or the trace's end"), flag("ended", "whether it ended in the trace"),
                    integer("creator", "who created it"), integer("creation_stack", "stack of the go statement"),
                    integer("running_ns", "time on a P"), integer("runnable_ns", "time in the run queue"),
                    integer("syscall_ns", "time in system calls")), RunTables::goroutines),
            Table.of("groups", "goroutines with the same entry function and creation site",
                    List.of(integer("group_id", "number"), text("name", "entry function"),
                            text("site", "creation site"), flag("system", "run by the runtime"),
                            integer("goroutines", "number of members")),
                    RunTables::groups),
            Table.of("states", "a stretch of a goroutine in one state", List.of(integer("g", "goroutine"),
                    text("state", "running, runnable, syscall, waiting"), text("reason", "what it waits for"),
                    integer("from_ns", "begin"), integer("to_ns", "end"),
                    flag("open", "whether the trace ended first"), integer("stack", "stack at its begin")),
                    RunTables::states),
            Table.of("wakeups", "a goroutine that was unblocked", List.of(integer("t_ns", "when"),
                    integer("waker", "who did it, empty for the runtime"), integer("woken", "who was unblocked"),
                    integer("stack", "stack of who did it")), RunTables::wakeups),
            Table.of("tasks", "a user task", List.of(integer("task", "id"), text("name", "type"),
                    integer("parent", "id of the task it is part of"), integer("from_ns", "begin"),
                    integer("to_ns", "end"), flag("began", "begin is in the trace"),
                    flag("ended", "end is in the trace"), integer("creator", "goroutine that began it"),
                    integer("stack", "stack of its begin")), RunTables::tasks),
            Table.of("regions", "a user region", List.of(integer("g", "goroutine"), integer("task", "its task"),
                    text("name", "type"), integer("from_ns", "begin"), integer("to_ns", "end"),
                    flag("began", "begin is in the trace"), flag("ended", "end is in the trace"),
                    integer("stack", "stack of its begin")), RunTables::regions),
            Table.of("logs", "a log message", List.of(integer("t_ns", "when"), integer("g", "goroutine"),
                    integer("task", "its task"), text("category", "category"), text("message", "message")),
                    RunTables::logs),
            Table.of("gc_cycles", "the mark phase of a GC cycle", RunTables.RANGE_COLUMNS, RunTables::cycles),
            Table.of("pauses", "a stop-the-world pause", RunTables.RANGE_COLUMNS, RunTables::pauses),
            Table.of("procs", "a stretch of a P with one goroutine", List.of(integer("p", "number of the P"),
                    integer("from_ns", "begin"), integer("to_ns", "end"), integer("g", "goroutine"),
                    text("state", "running or syscall")), RunTables::procs),
            Table.of("syscalls", "a system call", List.of(integer("g", "goroutine"), integer("from_ns", "begin"),
                    integer("to_ns", "end"), flag("open", "whether the trace ended first"),
                    integer("stack", "stack at its begin")), RunTables::syscalls),
            Table.of("cpu_samples", "a CPU sample", List.of(integer("t_ns", "when"), integer("g", "goroutine"),
                    integer("p", "P"), integer("thread", "thread"), integer("stack", "stack")),
                    RunTables::samples),
            Table.of("stacks", "a frame of a stack", List.of(integer("stack", "number of the stack"),
                    integer("depth", "0 for the innermost"), integer("frame", "number of the frame")),
                    RunTables::stacks),
            Table.of("frames", "a place in the code", List.of(integer("frame", "number"), text("function", "function"),
                    text("file", "file"), integer("line", "line"), text("owner", "whose code it is")),
                    RunTables::frames),
            new Table("findings", "a finding", List.of(integer("finding", "number, the worst is 0"), text("id", "kind"),
                    text("severity", "severity"), text("confidence", "confidence"),
                    text("key", "what finds it again in another trace"), text("site", "function it is about"),
                    text("summary", "one sentence"), text("advice", "what to change")), FindingTables::findings),
            new Table("evidence", "what a finding rests on", List.of(integer("finding", "number of the finding"),
                    text("kind", "goroutine, interval, stack, task"), integer("g", "goroutine"),
                    integer("from_ns", "begin"), integer("to_ns", "end"), integer("task", "task"),
                    text("label", "what it shows"), integer("count", "how often a stack was seen"),
                    text("place", "innermost function of the stack")),
                    FindingTables::evidence),
            new Table("metrics", "a metric of the trace", List.of(text("name", "name as for budgets"),
                    text("unit", "unit"), real("value", "value")), FindingTables::metrics));

    private Tables() {
    }

    /// In the order in which documents list them.
    public static List<Table> all() {
        return ALL;
    }
}
