package dev.faultline.trace.format;

import static dev.faultline.trace.format.EventType.Shape.EXPERIMENTAL;
import static dev.faultline.trace.format.EventType.Shape.STRUCTURAL;
import static dev.faultline.trace.format.EventType.Shape.TIMED;

import java.util.List;

/// The wire format of Go 1.22 and later as one table: number, first Go release, arguments after the time delta.
///
/// An argument `name:string` is a string id, `name:stack` a stack id; all others are plain numbers. Source: Go 1.27,
/// internal/trace/tracev2/events.go. No event ever changed its number or its arguments.
public enum EventType {
    EVENT_BATCH(1, 22, STRUCTURAL, "gen", "m", "time", "size"), //
    STACKS(2, 22, STRUCTURAL), //
    STACK(3, 22, STRUCTURAL, "id", "nframes"), //
    STRINGS(4, 22, STRUCTURAL), //
    STRING(5, 22, STRUCTURAL, "id", "len"), //
    CPU_SAMPLES(6, 22, STRUCTURAL), //
    CPU_SAMPLE(7, 22, STRUCTURAL, "time", "m", "p", "g", "stack:stack"), //
    FREQUENCY(8, 22, STRUCTURAL, "freq"), //
    PROCS_CHANGE(9, 22, TIMED, "procs", "stack:stack"), //
    PROC_START(10, 22, TIMED, "p", "p_seq"), //
    PROC_STOP(11, 22, TIMED), //
    PROC_STEAL(12, 22, TIMED, "p", "p_seq", "m"), //
    PROC_STATUS(13, 22, TIMED, "p", "pstatus"), //
    GO_CREATE(14, 22, TIMED, "new_g", "new_stack:stack", "stack:stack"), //
    GO_CREATE_SYSCALL(15, 22, TIMED, "new_g"), //
    GO_START(16, 22, TIMED, "g", "g_seq"), //
    GO_DESTROY(17, 22, TIMED), //
    GO_DESTROY_SYSCALL(18, 22, TIMED), //
    GO_STOP(19, 22, TIMED, "reason:string", "stack:stack"), //
    GO_BLOCK(20, 22, TIMED, "reason:string", "stack:stack"), //
    GO_UNBLOCK(21, 22, TIMED, "g", "g_seq", "stack:stack"), //
    GO_SYSCALL_BEGIN(22, 22, TIMED, "p_seq", "stack:stack"), //
    GO_SYSCALL_END(23, 22, TIMED), //
    GO_SYSCALL_END_BLOCKED(24, 22, TIMED), //
    GO_STATUS(25, 22, TIMED, "g", "m", "gstatus"), //
    STW_BEGIN(26, 22, TIMED, "kind:string", "stack:stack"), //
    STW_END(27, 22, TIMED), //
    GC_ACTIVE(28, 22, TIMED, "gc_seq"), //
    GC_BEGIN(29, 22, TIMED, "gc_seq", "stack:stack"), //
    GC_END(30, 22, TIMED, "gc_seq"), //
    GC_SWEEP_ACTIVE(31, 22, TIMED, "p"), //
    GC_SWEEP_BEGIN(32, 22, TIMED, "stack:stack"), //
    GC_SWEEP_END(33, 22, TIMED, "swept", "reclaimed"), //
    GC_MARK_ASSIST_ACTIVE(34, 22, TIMED, "g"), //
    GC_MARK_ASSIST_BEGIN(35, 22, TIMED, "stack:stack"), //
    GC_MARK_ASSIST_END(36, 22, TIMED), //
    HEAP_ALLOC(37, 22, TIMED, "bytes"), //
    HEAP_GOAL(38, 22, TIMED, "bytes"), //
    GO_LABEL(39, 22, TIMED, "label:string"), //
    USER_TASK_BEGIN(40, 22, TIMED, "task", "parent", "name:string", "stack:stack"), //
    USER_TASK_END(41, 22, TIMED, "task", "stack:stack"), //
    USER_REGION_BEGIN(42, 22, TIMED, "task", "name:string", "stack:stack"), //
    USER_REGION_END(43, 22, TIMED, "task", "name:string", "stack:stack"), //
    USER_LOG(44, 22, TIMED, "task", "category:string", "message:string", "stack:stack"), //
    GO_SWITCH(45, 23, TIMED, "g", "g_seq"), //
    GO_SWITCH_DESTROY(46, 23, TIMED, "g", "g_seq"), //
    GO_CREATE_BLOCKED(47, 23, TIMED, "new_g", "new_stack:stack", "stack:stack"), //
    GO_STATUS_STACK(48, 23, TIMED, "g", "m", "gstatus", "stack:stack"), //
    EXPERIMENTAL_BATCH(49, 23, STRUCTURAL, "exp", "gen", "m", "time", "size"), //
    SYNC(50, 25, STRUCTURAL), //
    CLOCK_SNAPSHOT(51, 25, STRUCTURAL, "dt", "mono", "sec", "nsec"), //
    END_OF_GENERATION(52, 26, STRUCTURAL), //
    SPAN(128, 23, EXPERIMENTAL, "id", "npages", "kindclass"), //
    SPAN_ALLOC(129, 23, EXPERIMENTAL, "id", "npages", "kindclass"), //
    SPAN_FREE(130, 23, EXPERIMENTAL, "id"), //
    HEAP_OBJECT(131, 23, EXPERIMENTAL, "id", "type"), //
    HEAP_OBJECT_ALLOC(132, 23, EXPERIMENTAL, "id", "type"), //
    HEAP_OBJECT_FREE(133, 23, EXPERIMENTAL, "id"), //
    GOROUTINE_STACK(134, 23, EXPERIMENTAL, "id", "order"), //
    GOROUTINE_STACK_ALLOC(135, 23, EXPERIMENTAL, "id", "order"), //
    GOROUTINE_STACK_FREE(136, 23, EXPERIMENTAL, "id");

    /// Where an event may stand: structure of the file, a thread's batch, or a thread's batch but skippable.
    public enum Shape {
        STRUCTURAL, TIMED, EXPERIMENTAL
    }

    private static final EventType[] BY_ID = new EventType[256];
    static {
        for (EventType t : values()) {
            BY_ID[t.id] = t;
        }
    }

    private static final byte[] ARGS_BY_ID = new byte[256];
    static {
        for (int i = 0; i < ARGS_BY_ID.length; i++) {
            EventType t = BY_ID[i];
            ARGS_BY_ID[i] = (byte) (t == null || t.shape == STRUCTURAL ? -1 : t.args.size());
        }
    }

    private final int id;
    private final int since;
    private final Shape shape;
    private final List<String> args;
    private final String goName;

    EventType(int id, int since, Shape shape, String... args) {
        this.id = id;
        this.since = since;
        this.shape = shape;
        this.args = List.of(args);
        this.goName = goName(name());
    }

    private static String goName(String name) {
        StringBuilder s = new StringBuilder();
        for (String word : name.split("_")) {
            s.append(switch (word) {
                case "CPU", "GC", "STW" -> word;
                default -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT);
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
        return shape;
    }

    /// Arguments in wire order, the time delta of timed events left out.
    public List<String> args() {
        return args;
    }

    /// Number of arguments behind the time delta of the timed or experimental event of this number (0 to 255), or -1
    /// when there is no such event.
    public static int timedArgs(int id) {
        return ARGS_BY_ID[id];
    }

    /// The name as Go has it, such as `GoSyscallBegin`.
    public String goName() {
        return goName;
    }

    /// The event of this number, or null when the number is not assigned.
    public static @org.jspecify.annotations.Nullable EventType ofId(int id) {
        return id >= 0 && id < BY_ID.length ? BY_ID[id] : null;
    }
}
