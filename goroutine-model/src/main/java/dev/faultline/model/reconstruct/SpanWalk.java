package dev.faultline.model.reconstruct;

import static dev.faultline.model.replay.GoroutineStates.NOT_EXISTING;
import static dev.faultline.model.replay.GoroutineStates.UNDETERMINED;
import static dev.faultline.model.replay.GoroutineStates.WAITING;

import dev.faultline.model.GoState;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.WaitKind;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.Generation;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import java.util.Iterator;

/// All spans in one replay, in order of their ends; those that the trace's end cut off come last. Goes a row at a time, as
/// far as it is asked to, and needs no index.
final class SpanWalk implements SpanCursor, Transitions {
    /// A coroutine switch ends two spans at one row: of who leaves, and of who is switched to.
    private static final int MOST = 2;

    private final EventStore events;
    private final GoroutineView goroutines;
    private final Replay replay;
    private final GoroutineStates states;
    private final Iterator<Generation> generations;
    private EventCursor rows;
    // spans that the current row ended
    private final int[] goroutine = new int[MOST];
    private final int[] state = new int[MOST];
    private final WaitKind[] kind = new WaitKind[MOST];
    private final int[] stack = new int[MOST];
    private final long[] start = new long[MOST];
    private final long[] end = new long[MOST];
    private int found;
    private int at;
    /// The slot that is half switched to, -1 for none: its next change ends no span.
    private int half = -1;
    /// Next slot whose goroutine's last span is looked at when the rows are over, -1 before.
    private int closing = -1;

    SpanWalk(Trace trace, GoroutineView goroutines) {
        events = trace.events();
        this.goroutines = goroutines;
        replay = Replay.of(trace);
        states = replay.states();
        replay.to(this);
        generations = trace.generations().iterator();
        rows = events.cursor(0, 0);
    }

    @Override
    public boolean next() {
        if (++at < found) {
            return true;
        }
        at = 0;
        found = 0;
        while (closing < 0) {
            if (rows.next()) {
                replay.take(rows);
                if (found > 0) {
                    return true;
                }
            } else if (generations.hasNext()) {
                begin(generations.next());
            } else {
                closing = 0;
            }
        }
        return close();
    }

    private void begin(Generation generation) {
        replay.begin(generation.startNs());
        rows = events.cursor(generation.fromRow(), generation.toRow());
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        if (slot == half) {
            half = -1;
        } else {
            take(slot, ns);
            half = Replay.isHalf(e, to) ? slot : half;
        }
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        take(slot, Math.max(e.time(), states.since(slot)));
    }

    private void take(int slot, long ns) {
        int ended = states.state(slot);
        if (ended != UNDETERMINED && ended != NOT_EXISTING) {
            int g = states.goroutine(slot);
            goroutine[found] = g;
            state[found] = ended;
            kind[found] = ended == WAITING ? WaitReasons.kind(states.cause(slot)) : WaitKind.NONE;
            stack[found] = states.ownStack(slot);
            start[found] = states.older(slot) ? goroutines.knownSince(g) : states.since(slot);
            end[found] = ns;
            found++;
        }
    }

    private boolean close() {
        while (closing < states.bound()) {
            int slot = closing++;
            take(slot, goroutines.endNs(states.goroutine(slot)));
            if (found > 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int goroutine() {
        return goroutine[at];
    }

    @Override
    public GoState state() {
        return GoroutineStates.seen(state[at]);
    }

    @Override
    public WaitKind kind() {
        return kind[at];
    }

    @Override
    public int stack() {
        return stack[at];
    }

    @Override
    public long start() {
        return start[at];
    }

    @Override
    public long end() {
        return end[at];
    }

    @Override
    public boolean open() {
        return closing >= 0;
    }
}
