package dev.faultline.trace.format;

import static dev.faultline.trace.format.Effect.Edge.ACTIVE;
import static dev.faultline.trace.format.Effect.Edge.BEGIN;
import static dev.faultline.trace.format.Effect.Edge.END;
import static dev.faultline.trace.format.Effect.RangeKind.GC_MARK;
import static dev.faultline.trace.format.Effect.RangeKind.GC_SWEEP;
import static dev.faultline.trace.format.Effect.RangeKind.MARK_ASSIST;
import static dev.faultline.trace.format.Effect.RangeKind.STOP_THE_WORLD;
import static dev.faultline.trace.format.EventSpec.experimental;
import static dev.faultline.trace.format.EventSpec.structural;
import static dev.faultline.trace.format.EventSpec.timed;
import static dev.faultline.trace.format.GoStatus.NOT_EXISTING;
import static dev.faultline.trace.format.GoStatus.RUNNABLE;
import static dev.faultline.trace.format.GoStatus.RUNNING;
import static dev.faultline.trace.format.GoStatus.SYSCALL;
import static dev.faultline.trace.format.GoStatus.WAITING;

import dev.faultline.trace.format.Effect.GoroutineIs;
import dev.faultline.trace.format.Effect.GoroutinesSwitch;
import dev.faultline.trace.format.Effect.Metric;
import dev.faultline.trace.format.Effect.MetricIs;
import dev.faultline.trace.format.Effect.Note;
import dev.faultline.trace.format.Effect.Noted;
import dev.faultline.trace.format.Effect.ProcIs;
import dev.faultline.trace.format.Effect.RegionChanges;
import dev.faultline.trace.format.Effect.TaskChanges;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The events of Go 1.22 and later as one table, all that the program knows of them: number and arguments on the wire, first
/// Go release, what the event is about, what it does, whose stack it has, and what the columns a, b and c of its row hold.
///
/// Decoder, replay, `faultline events` and the documents read it; `docs/new-event.md` tells what a new row asks for.
/// Source of numbers, arguments and releases: Go 1.27, internal/trace/tracev2/events.go; of effects: internal/trace/order.go.
/// No event ever changed its number or its arguments.
public enum EventType {
    EVENT_BATCH(1, 22, structural("gen", "m", "time", "size")), //
    STACKS(2, 22, structural()), //
    STACK(3, 22, structural("id", "nframes")), //
    STRINGS(4, 22, structural()), //
    STRING(5, 22, structural("id", "len")), //
    CPU_SAMPLES(6, 22, structural()), //
    /// Stands in a table of its own, but becomes a row.
    CPU_SAMPLE(7, 22, structural("time", "m", "p", "g", "stack:stack")
            .with(Subject.GOROUTINE, new Noted(Note.CPU_SAMPLE)).stack(StackOf.SUBJECT)), //
    FREQUENCY(8, 22, structural("freq")), //
    PROCS_CHANGE(9, 22, timed("procs", "stack:stack")
            .with(Subject.NONE, new MetricIs(Metric.GOMAXPROCS)).stack(StackOf.CONTEXT).columns("procs")), //
    PROC_START(10, 22, timed("p", "p_seq").proc(ProcStatus.IDLE, ProcStatus.RUNNING)), //
    PROC_STOP(11, 22, timed().proc(ProcStatus.RUNNING, ProcStatus.IDLE)), //
    PROC_STEAL(12, 22, timed("p", "p_seq", "m").proc(ProcStatus.SYSCALL, ProcStatus.IDLE).columns("from:thread")), //
    PROC_STATUS(13, 22, timed("p", "pstatus")
            .with(Subject.PROC, new ProcIs()).columns("status:proc_status")), //
    GO_CREATE(14, 22, timed("new_g", "new_stack:stack", "stack:stack")
            .goroutine(NOT_EXISTING, RUNNABLE).stack(StackOf.CONTEXT).columns("entry:stack")), //
    GO_CREATE_SYSCALL(15, 22, timed("new_g").goroutine(NOT_EXISTING, SYSCALL)), //
    GO_START(16, 22, timed("g", "g_seq").goroutine(RUNNABLE, RUNNING)), //
    GO_DESTROY(17, 22, timed().self(RUNNING, NOT_EXISTING)), //
    GO_DESTROY_SYSCALL(18, 22, timed().self(SYSCALL, NOT_EXISTING)), //
    GO_STOP(19, 22, timed("reason:string", "stack:stack")
            .self(RUNNING, RUNNABLE).stack(StackOf.SUBJECT).columns("reason:string")), //
    GO_BLOCK(20, 22, timed("reason:string", "stack:stack")
            .self(RUNNING, WAITING).stack(StackOf.SUBJECT).columns("reason:string")), //
    GO_UNBLOCK(21, 22, timed("g", "g_seq", "stack:stack").goroutine(WAITING, RUNNABLE).stack(StackOf.CONTEXT)), //
    GO_SYSCALL_BEGIN(22, 22, timed("p_seq", "stack:stack").self(RUNNING, SYSCALL).stack(StackOf.SUBJECT)), //
    GO_SYSCALL_END(23, 22, timed().self(SYSCALL, RUNNING)), //
    GO_SYSCALL_END_BLOCKED(24, 22, timed().self(SYSCALL, RUNNABLE)), //
    /// Only traces before Go 1.22 tell the entry stack here; for stretches of a trace see [ToldBefore].
    GO_STATUS(25, 22, timed("g", "m", "gstatus").with(Subject.GOROUTINE, new GoroutineIs())
            .columns("status:go_status", "thread:thread", "entry:stack")), //
    STW_BEGIN(26, 22, timed("kind:string", "stack:stack")
            .range(Subject.SELF, STOP_THE_WORLD, BEGIN).stack(StackOf.SUBJECT).columns("kind:string")), //
    STW_END(27, 22, timed().range(Subject.SELF, STOP_THE_WORLD, END).columns("kind:string")), //
    GC_ACTIVE(28, 22, timed("gc_seq").range(Subject.NONE, GC_MARK, ACTIVE).columns("seq")), //
    GC_BEGIN(29, 22, timed("gc_seq", "stack:stack")
            .range(Subject.NONE, GC_MARK, BEGIN).stack(StackOf.CONTEXT).columns("seq")), //
    GC_END(30, 22, timed("gc_seq").range(Subject.NONE, GC_MARK, END).columns("seq")), //
    GC_SWEEP_ACTIVE(31, 22, timed("p").range(Subject.PROC, GC_SWEEP, ACTIVE)), //
    GC_SWEEP_BEGIN(32, 22, timed("stack:stack").range(Subject.PROC, GC_SWEEP, BEGIN).stack(StackOf.CONTEXT)), //
    GC_SWEEP_END(33, 22, timed("swept", "reclaimed")
            .range(Subject.PROC, GC_SWEEP, END).columns("swept", "reclaimed")), //
    GC_MARK_ASSIST_ACTIVE(34, 22, timed("g").range(Subject.GOROUTINE, MARK_ASSIST, ACTIVE)), //
    GC_MARK_ASSIST_BEGIN(35, 22, timed("stack:stack")
            .range(Subject.GOROUTINE, MARK_ASSIST, BEGIN).stack(StackOf.SUBJECT)), //
    GC_MARK_ASSIST_END(36, 22, timed().range(Subject.GOROUTINE, MARK_ASSIST, END)), //
    HEAP_ALLOC(37, 22, timed("bytes").with(Subject.NONE, new MetricIs(Metric.HEAP_ALLOC)).columns("bytes")), //
    HEAP_GOAL(38, 22, timed("bytes").with(Subject.NONE, new MetricIs(Metric.HEAP_GOAL)).columns("bytes")), //
    GO_LABEL(39, 22, timed("label:string").with(Subject.SELF, new Noted(Note.LABEL)).columns("label:string")), //
    USER_TASK_BEGIN(40, 22, timed("task", "parent", "name:string", "stack:stack")
            .with(Subject.NONE, new TaskChanges(BEGIN)).stack(StackOf.CONTEXT)
            .columns("task", "parent", "name:string")), //
    USER_TASK_END(41, 22, timed("task", "stack:stack")
            .with(Subject.NONE, new TaskChanges(END)).stack(StackOf.CONTEXT).columns("task")), //
    USER_REGION_BEGIN(42, 22, timed("task", "name:string", "stack:stack")
            .with(Subject.SELF, new RegionChanges(BEGIN)).stack(StackOf.SUBJECT).columns("task", "name:string")), //
    USER_REGION_END(43, 22, timed("task", "name:string", "stack:stack")
            .with(Subject.SELF, new RegionChanges(END)).stack(StackOf.SUBJECT).columns("task", "name:string")), //
    USER_LOG(44, 22, timed("task", "category:string", "message:string", "stack:stack")
            .with(Subject.SELF, new Noted(Note.LOG)).stack(StackOf.SUBJECT)
            .columns("task", "category:string", "message:string")), //
    GO_SWITCH(45, 23, timed("g", "g_seq").with(Subject.GOROUTINE, new GoroutinesSwitch(WAITING))), //
    GO_SWITCH_DESTROY(46, 23, timed("g", "g_seq").with(Subject.GOROUTINE, new GoroutinesSwitch(NOT_EXISTING))), //
    GO_CREATE_BLOCKED(47, 23, timed("new_g", "new_stack:stack", "stack:stack")
            .goroutine(NOT_EXISTING, WAITING).stack(StackOf.CONTEXT).columns("entry:stack")), //
    GO_STATUS_STACK(48, 23, timed("g", "m", "gstatus", "stack:stack").with(Subject.GOROUTINE, new GoroutineIs())
            .stack(StackOf.SUBJECT).columns("status:go_status", "thread:thread")), //
    EXPERIMENTAL_BATCH(49, 23, structural("exp", "gen", "m", "time", "size")), //
    SYNC(50, 25, structural()), //
    CLOCK_SNAPSHOT(51, 25, structural("dt", "mono", "sec", "nsec")), //
    END_OF_GENERATION(52, 26, structural()), //
    SPAN(128, 23, experimental("id", "npages", "kindclass")), //
    SPAN_ALLOC(129, 23, experimental("id", "npages", "kindclass")), //
    SPAN_FREE(130, 23, experimental("id")), //
    HEAP_OBJECT(131, 23, experimental("id", "type")), //
    HEAP_OBJECT_ALLOC(132, 23, experimental("id", "type")), //
    HEAP_OBJECT_FREE(133, 23, experimental("id")), //
    GOROUTINE_STACK(134, 23, experimental("id", "order")), //
    GOROUTINE_STACK_ALLOC(135, 23, experimental("id", "order")), //
    GOROUTINE_STACK_FREE(136, 23, experimental("id"));

    /// Where an event may stand: structure of the file, a thread's batch, or a thread's batch but skippable.
    public enum Shape {
        STRUCTURAL, TIMED, EXPERIMENTAL
    }

    /// What the column `subject` of a row holds.
    public enum Subject {
        /// Nothing; its number means nothing.
        NONE,
        /// The goroutine of the context, by index.
        SELF,
        /// A goroutine that the event names or concerns, by index.
        GOROUTINE,
        /// A P, by number.
        PROC
    }

    /// Whose stack a row's is.
    public enum StackOf {
        /// It is 0.
        NOBODY,
        /// The subject's own.
        SUBJECT,
        /// That of the goroutine in the context, which did this to the subject or the program.
        CONTEXT
    }

    private final int id;
    private final int since;
    private final EventSpec spec;
    private final String goName;

    EventType(int id, int since, EventSpec spec) {
        this.id = id;
        this.since = since;
        this.spec = spec;
        this.goName = goName(name());
    }

    private static String goName(String name) {
        StringBuilder s = new StringBuilder();
        for (String word : name.split("_")) {
            s.append(switch (word) {
                case "CPU", "GC", "STW" -> word;
                default -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
            });
        }
        return s.toString();
    }

    /// The number on the wire, 1 to 255.
    public int id() {
        return id;
    }

    /// The minor number of the first header version that has the event, 22 for `go 1.22 trace`.
    public int since() {
        return since;
    }

    public Shape shape() {
        return spec.shape();
    }

    /// Arguments in wire order, the time delta of timed events left out: numbers, strings and stacks.
    public List<Field> args() {
        return spec.args();
    }

    /// What the row's column `subject` holds.
    public Subject subject() {
        return spec.subject();
    }

    /// What the event does to its subject.
    public Effect effect() {
        return spec.effect();
    }

    /// Whose stack the row's column `stack` is; it may be 0 in any row.
    public StackOf stack() {
        return spec.stack();
    }

    /// What the row's columns a, b, c hold, as far as they are used; the others are 0.
    public List<Field> columns() {
        return spec.columns();
    }

    /// Whether events of this type become rows.
    public boolean isRow() {
        return spec.shape() != Shape.STRUCTURAL || this == CPU_SAMPLE;
    }

    /// The name as Go has it, such as `GoSyscallBegin`.
    public String goName() {
        return goName;
    }

    /// The event of this number, or null when the number is not assigned.
    public static @Nullable EventType ofId(int id) {
        return EventTable.ofId(id);
    }
}
