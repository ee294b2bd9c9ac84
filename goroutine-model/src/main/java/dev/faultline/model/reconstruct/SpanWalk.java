package dev.faultline.model.reconstruct;

import static dev.faultline.model.replay.GoroutineStates.NOT_EXISTING;
import static dev.faultline.model.replay.GoroutineStates.RUNNABLE;
import static dev.faultline.model.replay.GoroutineStates.RUNNING;
import static dev.faultline.model.replay.GoroutineStates.SYSCALL;
import static dev.faultline.model.replay.GoroutineStates.UNDETERMINED;
import static dev.faultline.model.replay.GoroutineStates.WAITING;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.WaitKind;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.format.EventType;

/// All spans in one pass over the rows, in order of their ends; those that the trace's end cut off come last. Keeps the
/// current state of every goroutine and needs no index.
final class SpanWalk implements SpanCursor {
    private static final GoState[] STATES = {GoState.NOT_EXISTING, GoState.RUNNABLE, GoState.RUNNING, GoState.SYSCALL,
            GoState.WAITING, GoState.NOT_EXISTING};
    private static final WaitKind[] KINDS = WaitKind.values();

    private final EventCursor rows;
    private final Goroutines goroutines;
    private final WaitReasons reasons;
    private final int[] statusRows;
    private final byte[] states;
    private final byte[] kinds;
    private final long[] since;
    private final int[] stacks;
    private int status;
    /// Next goroutine whose last span is looked at when the rows are over, -1 before.
    private int closing = -1;
    /// Goroutine that the current row moves as well, -1 for none.
    private int alsoMoves = -1;
    private int goroutine;
    private int state;
    private int kind;
    private int stack;
    private long start;
    private long end;

    /// @param statusRows status events that changed a state, ascending
    SpanWalk(EventStore events, Goroutines goroutines, WaitReasons reasons, int[] statusRows) {
        rows = events.cursor(0, events.size());
        this.goroutines = goroutines;
        this.reasons = reasons;
        this.statusRows = statusRows;
        states = new byte[goroutines.count()];
        java.util.Arrays.fill(states, (byte) UNDETERMINED);
        kinds = new byte[goroutines.count()];
        since = new long[goroutines.count()];
        stacks = new int[goroutines.count()];
    }

    @Override
    public boolean next() {
        if (alsoMoves >= 0) {
            int g = alsoMoves;
            alsoMoves = -1;
            boolean waits = rows.type() == EventType.GO_SWITCH;
            if (move(g, waits ? WAITING : NOT_EXISTING, WaitKind.COROUTINE)) {
                return true;
            }
        }
        while (closing < 0 && rows.next()) {
            if (step()) {
                return true;
            }
            if (alsoMoves >= 0) {
                return next();
            }
        }
        return close();
    }

    /// Takes the current row; whether a span ends with it.
    private boolean step() {
        EventCursor e = rows;
        return switch (e.type()) {
            case GO_CREATE, GO_STOP, GO_UNBLOCK, GO_SYSCALL_END_BLOCKED -> move(e.subject(), RUNNABLE, WaitKind.NONE);
            case GO_START, GO_SYSCALL_END -> move(e.subject(), RUNNING, WaitKind.NONE);
            case GO_SYSCALL_BEGIN, GO_CREATE_SYSCALL -> move(e.subject(), SYSCALL, WaitKind.NONE);
            case GO_BLOCK -> move(e.subject(), WAITING, reasons.kindOf((int) e.a(), e.stack()));
            case GO_CREATE_BLOCKED -> move(e.subject(), WAITING, WaitKind.COROUTINE);
            case GO_DESTROY, GO_DESTROY_SYSCALL -> move(e.subject(), NOT_EXISTING, WaitKind.NONE);
            case GO_SWITCH, GO_SWITCH_DESTROY -> {
                alsoMoves = e.goroutine();
                yield move(e.subject(), RUNNING, WaitKind.NONE);
            }
            case GO_STATUS, GO_STATUS_STACK -> {
                if (status == statusRows.length || statusRows[status] != e.row()) {
                    yield false;
                }
                status++;
                int now = (int) e.a();
                yield move(e.subject(), now, now == WAITING ? reasons.kindOf(0, e.stack()) : WaitKind.NONE);
            }
            default -> false;
        };
    }

    private boolean move(int g, int now, WaitKind wait) {
        long time = rows.time();
        boolean ends = emit(g, Math.max(since[g], time));
        boolean told = states[g] == UNDETERMINED && switch (rows.type()) {
            case GO_STATUS, GO_STATUS_STACK -> true;
            default -> false;
        };
        states[g] = (byte) now;
        kinds[g] = (byte) wait.ordinal();
        stacks[g] = switch (rows.type()) {
            case GO_BLOCK, GO_STOP, GO_SYSCALL_BEGIN, GO_STATUS, GO_STATUS_STACK -> rows.stack();
            default -> 0;
        };
        since[g] = told ? goroutines.bornNs(g) : time;
        return ends;
    }

    private boolean emit(int g, long endNs) {
        if (states[g] == UNDETERMINED || states[g] == NOT_EXISTING) {
            return false;
        }
        goroutine = g;
        state = states[g];
        kind = kinds[g];
        stack = stacks[g];
        start = since[g];
        end = endNs;
        return true;
    }

    private boolean close() {
        closing = Math.max(0, closing);
        while (closing < states.length) {
            int g = closing++;
            if (emit(g, goroutines.endNs(g))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int goroutine() {
        return goroutine;
    }

    @Override
    public GoState state() {
        return STATES[state];
    }

    @Override
    public WaitKind kind() {
        return KINDS[kind];
    }

    @Override
    public int stack() {
        return stack;
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public boolean open() {
        return closing >= 0;
    }
}
