package dev.faultline.trace.v1;

import org.jspecify.annotations.Nullable;

/// The wire format of Go 1.5 to 1.21 as one table: number, first header version, what the order demands, arguments.
///
/// An argument `name:9` is there since version 9. A stack is the last argument. Source: Go 1.27,
/// internal/trace/internal/tracev1/parser.go; before 1.11: Go 1.21, internal/trace/parser.go.
enum V1Type {
    BATCH(1, 5, Move.FREE, "p", "time"), //
    FREQUENCY(2, 5, Move.FREE, "freq"), //
    STACK(3, 5, Move.FREE, "id", "n"), //
    GOMAXPROCS(4, 5, Move.FREE, "procs", "stack"), //
    PROC_START(5, 5, Move.FREE, "thread"), //
    PROC_STOP(6, 5, Move.FREE), //
    GC_START(7, 5, Move.COLLECT, "seq:7", "stack"), //
    GC_DONE(8, 5, Move.FREE), //
    STW_START(9, 5, Move.FREE, "kind:10"), //
    STW_DONE(10, 5, Move.FREE), //
    GC_SWEEP_START(11, 5, Move.FREE, "stack"), //
    GC_SWEEP_DONE(12, 5, Move.FREE, "swept:9", "reclaimed:9"), //
    GO_CREATE(13, 5, Move.CREATE, "g", "new_stack", "stack"), //
    GO_START(14, 5, Move.START, "g", "seq:7"), //
    GO_END(15, 5, Move.FREE), //
    GO_STOP(16, 5, Move.FREE, "stack"), //
    GO_SCHED(17, 5, Move.YIELD, "stack"), //
    GO_PREEMPT(18, 5, Move.YIELD, "stack"), //
    GO_SLEEP(19, 5, Move.BLOCK, "stack"), //
    GO_BLOCK(20, 5, Move.BLOCK, "stack"), //
    GO_UNBLOCK(21, 5, Move.WAKE, "g", "seq:7", "stack"), //
    GO_BLOCK_SEND(22, 5, Move.BLOCK, "stack"), //
    GO_BLOCK_RECV(23, 5, Move.BLOCK, "stack"), //
    GO_BLOCK_SELECT(24, 5, Move.BLOCK, "stack"), //
    GO_BLOCK_SYNC(25, 5, Move.BLOCK, "stack"), //
    GO_BLOCK_COND(26, 5, Move.BLOCK, "stack"), //
    GO_BLOCK_NET(27, 5, Move.BLOCK, "stack"), //
    GO_SYS_CALL(28, 5, Move.FREE, "stack"), //
    GO_SYS_EXIT(29, 5, Move.WAKE, "g", "seq", "ts"), //
    GO_SYS_BLOCK(30, 5, Move.BLOCK), //
    GO_WAITING(31, 5, Move.APPEAR, "g"), //
    GO_IN_SYSCALL(32, 5, Move.APPEAR, "g"), //
    HEAP_ALLOC(33, 5, Move.FREE, "bytes"), //
    HEAP_GOAL(34, 5, Move.FREE, "bytes"), //
    TIMER_GOROUTINE(35, 5, Move.FREE, "g"), //
    FUTILE_WAKEUP(36, 5, Move.FREE), //
    STRING(37, 7, Move.FREE, "id", "len"), //
    GO_START_LOCAL(38, 7, Move.START_LOCAL, "g"), //
    GO_UNBLOCK_LOCAL(39, 7, Move.WAKE_LOCAL, "g", "stack"), //
    GO_SYS_EXIT_LOCAL(40, 7, Move.WAKE_LOCAL, "g", "ts"), //
    GO_START_LABEL(41, 8, Move.START, "g", "seq", "label"), //
    GO_BLOCK_GC(42, 8, Move.BLOCK, "stack"), //
    GC_MARK_ASSIST_START(43, 9, Move.FREE, "stack"), //
    GC_MARK_ASSIST_DONE(44, 9, Move.FREE), //
    USER_TASK_CREATE(45, 11, Move.FREE, "task", "parent", "name", "stack"), //
    USER_TASK_END(46, 11, Move.FREE, "task", "stack"), //
    USER_REGION(47, 11, Move.FREE, "task", "mode", "name", "stack"), //
    /// Its message follows the arguments as length and bytes.
    USER_LOG(48, 11, Move.FREE, "task", "category", "stack"), //
    CPU_SAMPLE(49, 19, Move.FREE, "ts", "p", "g", "stack");

    private static final @Nullable V1Type[] BY_ID = new V1Type[64];
    static {
        for (V1Type t : values()) {
            BY_ID[t.id] = t;
        }
    }

    final int id;
    final int since;
    final Move move;
    private final String[] args;

    V1Type(int id, int since, Move move, String... args) {
        this.id = id;
        this.since = since;
        this.move = move;
        this.args = args;
    }

    /// The event of this number, or null when the version does not have it.
    static @Nullable V1Type of(int id, int minor) {
        V1Type type = BY_ID[id];
        return type == null || type.since > minor ? null : type;
    }

    /// Number of arguments in a version, the stack included, time and order left out.
    int args(int minor) {
        int n = 0;
        for (String arg : args) {
            int colon = arg.indexOf(':');
            n += colon < 0 || Integer.parseInt(arg.substring(colon + 1)) <= minor ? 1 : 0;
        }
        return n;
    }

    boolean hasStack() {
        return args.length > 0 && args[args.length - 1].equals("stack");
    }

    /// Whether the event stands in the stream of a P at a time of its own.
    boolean isTimed() {
        return switch (this) {
            case BATCH, FREQUENCY, STACK, TIMER_GOROUTINE, STRING -> false;
            default -> true;
        };
    }
}
