package dev.faultline.trace.format;

import dev.faultline.trace.format.Effect.GoroutineMoves;
import dev.faultline.trace.format.EventType.Shape;
import dev.faultline.trace.format.EventType.StackOf;
import dev.faultline.trace.format.EventType.Subject;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The table [EventType] as arrays by an event's number, for what is asked at every event.
public final class EventTable {
    /// One more than the largest number of an event.
    public static final int SIZE = 256;

    private static final int STATE_BITS = 3;
    private static final int STATE = (1 << STATE_BITS) - 1;
    private static final int MOVES = 1 << 2 * STATE_BITS;
    private static final int OWN_STACK = MOVES << 1;
    private static final int REASON = MOVES << 2;
    private static final int TAKES_PROC = MOVES << 3;
    private static final int ENTERS_SYSCALL = MOVES << 4;
    private static final int LEAVES_SYSCALL = MOVES << 5;

    private static final @Nullable EventType[] BY_ID = new EventType[SIZE];
    private static final byte[] TIMED_ARGS = new byte[SIZE];
    private static final int[] STEPS = new int[SIZE];
    static {
        java.util.Arrays.fill(TIMED_ARGS, (byte) -1);
        for (EventType t : EventType.values()) {
            BY_ID[t.id()] = t;
            TIMED_ARGS[t.id()] = (byte) (t.shape() == Shape.STRUCTURAL ? -1 : t.args().size());
            STEPS[t.id()] = step(t);
        }
    }

    private EventTable() {
        // functions only
    }

    private static int step(EventType t) {
        if (!(t.effect() instanceof GoroutineMoves(GoStatus from, GoStatus to))) {
            return 0;
        }
        return to.ordinal() | from.ordinal() << STATE_BITS | MOVES //
                | (t.stack() == StackOf.SUBJECT ? OWN_STACK : 0) //
                | (t.columns().contains(new Field("reason", Field.Kind.STRING)) ? REASON : 0)
                | (from == GoStatus.RUNNABLE && to == GoStatus.RUNNING ? TAKES_PROC : 0)
                | (from == GoStatus.RUNNING && to == GoStatus.SYSCALL ? ENTERS_SYSCALL : 0)
                | (from == GoStatus.SYSCALL && to == GoStatus.RUNNING ? LEAVES_SYSCALL : 0);
    }

    static @Nullable EventType ofId(int id) {
        return id >= 0 && id < SIZE ? BY_ID[id] : null;
    }

    /// Number of arguments behind the time delta of the timed or experimental event of this number (0 to 255), or -1
    /// when there is no such event.
    public static int timedArgs(int id) {
        return TIMED_ARGS[id];
    }

    /// Whether the event is one change of its subject goroutine's state, [GoroutineMoves]. What follows is false or 0 for
    /// all others.
    public static boolean moves(int id) {
        return STEPS[id] != 0;
    }

    /// The state that the subject leaves, as [GoStatus] by ordinal.
    public static int from(int id) {
        return STEPS[id] >> STATE_BITS & STATE;
    }

    /// The state that the subject enters, as [GoStatus] by ordinal.
    public static int to(int id) {
        return STEPS[id] & STATE;
    }

    /// Whether the row's stack is where the subject was just then.
    public static boolean stackIsOwn(int id) {
        return (STEPS[id] & OWN_STACK) != 0;
    }

    /// Whether column a is the reason, a string. Who comes to wait by an event without reason waits for a coroutine.
    public static boolean hasReason(int id) {
        return (STEPS[id] & REASON) != 0;
    }

    /// Whether the subject is given the P of the context, which it had not before.
    public static boolean takesProc(int id) {
        return (STEPS[id] & TAKES_PROC) != 0;
    }

    /// Whether the subject enters a system call with its P.
    public static boolean entersSyscall(int id) {
        return (STEPS[id] & ENTERS_SYSCALL) != 0;
    }

    /// Whether the subject comes back from a system call with its P.
    public static boolean leavesSyscall(int id) {
        return (STEPS[id] & LEAVES_SYSCALL) != 0;
    }

    /// Flags by number: whether the subject is a P.
    public static boolean[] procSubjects() {
        return flags(t -> t.subject() == Subject.PROC);
    }

    /// Flags by number: whether the subject is a goroutine.
    public static boolean[] goroutineSubjects() {
        return flags(t -> t.subject() == Subject.SELF || t.subject() == Subject.GOROUTINE);
    }

    /// Flags by number: whether a column holds a thread.
    ///
    /// @param column 0 for a, 1 for b, 2 for c
    public static boolean[] threads(int column) {
        return flags(t -> kind(t.columns(), column) == Field.Kind.THREAD);
    }

    private static Field.@Nullable Kind kind(List<Field> columns, int column) {
        return column < columns.size() ? columns.get(column).kind() : null;
    }

    private static boolean[] flags(Predicate<EventType> which) {
        boolean[] flags = new boolean[SIZE];
        for (EventType t : EventType.values()) {
            flags[t.id()] = which.test(t);
        }
        return flags;
    }
}
