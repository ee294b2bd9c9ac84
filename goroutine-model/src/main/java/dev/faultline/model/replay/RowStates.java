package dev.faultline.model.replay;

import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.format.Effect;
import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.EventType.StackOf;
import dev.faultline.trace.format.GoStatus;
import dev.faultline.trace.format.ProcStatus;
import java.util.Arrays;

/// What a row says by itself of the goroutines and the P that [Replay] changes there: for indices, and for readers who know
/// which rows changed a goroutine and look at them in any order.
public final class RowStates {
    /// Nothing changes.
    public static final int NONE = -1;
    /// Column a of the row holds the state, which was so before; see [GoStatus] and [ProcStatus].
    public static final int TOLD = GoroutineStates.STATES;
    // by number of an event: the states of its subject, and what becomes of the goroutine of the context where it switches
    private static final byte[] LEFT = none();
    private static final byte[] ENTERED = none();
    private static final byte[] SWITCHED = none();
    private static final byte[] PROC = none();
    private static final boolean[] OTHERS_STACK = new boolean[EventTable.SIZE];
    private static final boolean[] EARLIER = new boolean[EventTable.SIZE];
    static {
        for (EventType type : EventType.values()) {
            int id = type.id();
            OTHERS_STACK[id] = type.stack() == StackOf.CONTEXT;
            switch (type.effect()) {
                case Effect.GoroutineMoves(GoStatus from, GoStatus to) -> {
                    LEFT[id] = (byte) from.ordinal();
                    ENTERED[id] = (byte) to.ordinal();
                }
                case Effect.GoroutinesSwitch(GoStatus left) -> {
                    LEFT[id] = GoroutineStates.WAITING;
                    ENTERED[id] = GoroutineStates.RUNNING;
                    SWITCHED[id] = (byte) left.ordinal();
                }
                case Effect.GoroutineIs _ -> {
                    ENTERED[id] = TOLD;
                    EARLIER[id] = true;
                }
                case Effect.ProcMoves(_, ProcStatus to) ->
                    PROC[id] = (byte) (to == ProcStatus.RUNNING ? ProcStates.RUNNING : ProcStates.IDLE);
                case Effect.ProcIs _ -> {
                    PROC[id] = TOLD;
                    EARLIER[id] = true;
                }
                case Effect.RangeChanges(_, Effect.Edge edge) -> EARLIER[id] = edge == Effect.Edge.ACTIVE;
                default -> {
                    // changes neither a goroutine nor a P
                }
            }
        }
    }

    private RowStates() {
        // functions only
    }

    private static byte[] none() {
        byte[] states = new byte[EventTable.SIZE];
        Arrays.fill(states, (byte) NONE);
        return states;
    }

    /// Whether events of this number change the state of their subject, a goroutine.
    public static boolean moves(int type) {
        return LEFT[type] != NONE;
    }

    /// Whether they tell what was so before, and so may carry an earlier time than the row before them.
    public static boolean tellsEarlier(int type) {
        return EARLIER[type];
    }

    /// Whether they also change that of the goroutine of their context: a coroutine switch.
    public static boolean switches(int type) {
        return SWITCHED[type] != NONE;
    }

    /// Whether they tell a state of their subject, a goroutine, that was so before.
    public static boolean told(int type) {
        return ENTERED[type] == TOLD;
    }

    /// The state of [GoroutineStates] that their subject leaves, or [#NONE].
    public static int left(int type) {
        return LEFT[type];
    }

    /// The state of [GoroutineStates] that their subject enters, or [#TOLD], or [#NONE] where it is no goroutine.
    public static int entered(int type) {
        return ENTERED[type];
    }

    /// The state of [ProcStates] that their subject enters, or [#TOLD], or [#NONE] where it is no P.
    public static int procEntered(int type) {
        return PROC[type];
    }

    /// Whether their stack is not that of the goroutine whose state they change.
    public static boolean othersStack(int type) {
        return OTHERS_STACK[type];
    }

    /// The state in which a row leaves a goroutine that it changed, see [GoroutineStates].
    ///
    /// @param goroutine the subject of the row, or where it switches the goroutine of its context
    public static int after(EventStore events, int row, int goroutine) {
        int type = events.type(row).id();
        if (ENTERED[type] == TOLD) {
            return (int) events.a(row);
        }
        return SWITCHED[type] == NONE || events.subject(row) == goroutine ? ENTERED[type] : SWITCHED[type];
    }
}
