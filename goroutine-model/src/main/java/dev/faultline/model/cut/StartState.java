package dev.faultline.model.cut;

import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.ProcStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.Effect.Edge;
import dev.faultline.trace.format.Effect.Metric;
import dev.faultline.trace.format.Effect.RangeKind;
import dev.faultline.trace.format.EventType;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is so where a stretch begins, beside the states that the replay itself keeps: where goroutines run, which threads
/// have the Ps, which ranges are open, what the metrics are.
final class StartState implements Transitions {
    /// A range that is under way.
    ///
    /// @param subject goroutine or P, as its events have it
    /// @param a column a of the event that began it
    /// @param stack of that event
    record Open(RangeKind kind, int subject, long a, int stack) {}

    private record Key(RangeKind kind, int subject) {}

    /// A value that the runtime announced.
    record Value(EventType type, long value) {}

    private final GoroutineStates states;
    private final ProcStates procs;
    // by slot: where a goroutine runs or is in a system call, -1 when unknown
    private int[] thread = {};
    private int[] proc = {};
    /// Slots that were told of since the last missing part.
    private final BitSet confirmed = new BitSet();
    private final Int2IntOpenHashMap threadOfProc = new Int2IntOpenHashMap();
    private final Map<Key, Open> open = new LinkedHashMap<>();
    private final Map<Metric, Value> metrics = new EnumMap<>(Metric.class);

    StartState(Replay replay) {
        states = replay.states();
        procs = replay.procs();
        threadOfProc.defaultReturnValue(-1);
    }

    /// The thread that a goroutine is on, -1 when none or unknown.
    int thread(int slot) {
        return slot < thread.length ? thread[slot] : -1;
    }

    /// The P that a goroutine is on, -1 when none or unknown.
    int proc(int slot) {
        return slot < proc.length ? proc[slot] : -1;
    }

    /// Whether a goroutine is known to exist: one that nobody mentioned since a missing part may have exited in it.
    boolean exists(int slot) {
        int state = states.state(slot);
        return confirmed.get(slot) && state != GoroutineStates.NOT_EXISTING && state != GoroutineStates.UNDETERMINED;
    }

    /// The thread that had a P last, -1 when unknown.
    int threadOf(int p) {
        return threadOfProc.get(p);
    }

    Collection<Open> open() {
        return open.values();
    }

    Collection<Value> metrics() {
        return metrics.values();
    }

    @Override
    public void gap(long startNs) {
        confirmed.clear();
        open.clear();
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        enters(slot, to, e.thread(), e.proc());
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        enters(slot, to, e.b() >= 0 && to == GoroutineStates.SYSCALL ? (int) e.b() : e.thread(), e.proc());
    }

    @Override
    public void repeated(EventCursor e, int slot) {
        confirmed.set(slot);
    }

    private void enters(int slot, int to, int onThread, int onProc) {
        confirmed.set(slot);
        if (slot >= thread.length) {
            int old = thread.length;
            int size = Math.max(64, Math.max(slot + 1, 2 * old));
            thread = Arrays.copyOf(thread, size);
            proc = Arrays.copyOf(proc, size);
            Arrays.fill(thread, old, size, -1);
            Arrays.fill(proc, old, size, -1);
        }
        boolean placed = to == GoroutineStates.RUNNING || to == GoroutineStates.SYSCALL;
        thread[slot] = placed ? onThread : -1;
        proc[slot] = placed ? onProc : -1;
    }

    @Override
    public void lostProc(int slot, long ns) {
        if (slot < proc.length) {
            proc[slot] = -1;
        }
    }

    @Override
    public void procMoved(EventCursor e, int p, int from, int to) {
        if (to == ProcStates.RUNNING && p < ProcStates.MOST) {
            threadOfProc.put(p, e.thread());
        }
    }

    @Override
    public void procTold(EventCursor e, int from, int to) {
        int p = e.subject();
        if (to == ProcStates.RUNNING && e.thread() >= 0 && procs.status(p) == 0 && p < ProcStates.MOST) {
            threadOfProc.put(p, e.thread());
        }
    }

    @Override
    public void range(EventCursor e, RangeKind kind, Edge edge) {
        Key key = new Key(kind, kind == RangeKind.GC_MARK ? 0 : e.subject());
        if (edge == Edge.END) {
            open.remove(key);
        } else {
            open.putIfAbsent(key, new Open(kind, e.subject(), e.a(), e.stack()));
        }
    }

    @Override
    public void metric(EventCursor e, Metric metric) {
        metrics.put(metric, new Value(e.type(), e.a()));
    }
}
