package dev.faultline.trace.v1;

import dev.faultline.trace.progress.Phase;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/// Finds the one true order of the events of all Ps.
///
/// 1. Each P offers its next event. An event is ready when its goroutine is in the state that it demands ([Move]).
/// 2. Of the ready ones the earliest is next; it changes the state of its goroutine, and its P offers the next event.
/// 3. Ps whose event is not ready wait for that goroutine; they are asked again when its state changes.
/// 4. When nothing is ready, events are missing: the earliest that waits is next, and its goroutine takes the state that
///    the event brings. The same when the file is known to be damaged and an event has waited long.
///
/// Before version 7 events carry one number for all, and the order is that number's. Only the sequence of Ps is kept (how
/// many events of which P come next), so the order of ten million events costs a few megabytes; whoever wants the events
/// decodes them again along it.
final class V1Order {
    /// In a damaged file an event waits so long for others, in clock units: 26 ms of a 2.5 GHz processor.
    private static final long PATIENCE = 1_000_000;
    /// How often Ps may be asked again, for each event of the file. Real traces stay below 1.
    private static final long QUESTIONS_PER_EVENT = 64;
    private static final int FIRST_WITHOUT_NUMBER = 7;
    private static final int PROGRESS_EVENTS = 1 << 16;

    /// Runs of events: the P's chain number and how many.
    final IntArrayList runProc = new IntArrayList();
    final IntArrayList runLength = new IntArrayList();
    final V1Exits exits = new V1Exits();
    /// Smallest time of any event in clock units, [Long#MAX_VALUE] when there is none.
    long earliest = Long.MAX_VALUE;
    /// Events that were taken although they were not ready.
    long forced;
    /// Events whose time lies before that of an event that must come before them.
    long backwards;

    private final V1Stream stream;
    private final V1States states = new V1States();
    private final V1Syscalls syscalls = new V1Syscalls();
    private final V1Heads heads;
    private final boolean numbered;
    private final boolean damaged;
    private long questions;
    private long position;
    private long last = Long.MIN_VALUE;

    private V1Order(MemorySegment bytes, int minor, V1Index index) {
        this.stream = new V1Stream(bytes, minor, index.batches);
        this.numbered = minor < FIRST_WITHOUT_NUMBER;
        this.damaged = index.gaps.stream().anyMatch(gap -> gap.to() < bytes.byteSize());
        this.questions = (index.events + 1) * QUESTIONS_PER_EVENT;
        this.heads = new V1Heads(index.batches.procCount(), states);
    }

    static V1Order of(MemorySegment bytes, int minor, V1Index index, V1Watch watch) {
        V1Order order = new V1Order(bytes, minor, index);
        for (int p = 0; p < index.batches.procCount(); p++) {
            order.offer(p);
        }
        while (order.step()) {
            if (order.position % PROGRESS_EVENTS == 0) {
                watch.at(Phase.ORDERING, order.position, index.events);
            }
        }
        order.exits.sort();
        return order;
    }

    /// By number of system call in the order: whether it blocked.
    BitSet blocked() {
        return syscalls.blocked();
    }

    /// System calls of which nothing is known but their start.
    int unfinishedCalls() {
        return syscalls.unfinished();
    }

    private boolean step() {
        int p = heads.firstReady();
        int waiting = heads.firstWaiting();
        if (waiting != V1Heads.NOBODY
                && (p == V1Heads.NOBODY || damaged && heads.key[waiting] + PATIENCE < heads.key[p])) {
            heads.release(waiting);
            forced++;
            take(waiting);
        } else if (p == V1Heads.NOBODY) {
            return false;
        } else {
            heads.removeReady(p);
            if (heads.isReady(p) || questions <= 0) {
                forced += heads.isReady(p) ? 0 : 1;
                take(p);
            } else {
                heads.await(p);
            }
        }
        return true;
    }

    /// Makes the P's next event a candidate.
    private void offer(int p) {
        if (!stream.next(p)) {
            return;
        }
        V1Decoder in = stream.in;
        V1Type type = in.type;
        heads.type[p] = type;
        heads.time[p] = stream.time(p);
        heads.key[p] = numbered ? stream.sequence(p) : stream.time(p);
        long self = stream.goroutine(p);
        heads.self[p] = self == V1Stream.NOBODY ? V1Heads.NOBODY : states.of(self);
        heads.given[p] = type == V1Type.GC_START ? in.args[0] : in.args[1];
        heads.demands[p] = numbered ? V1Heads.NOBODY : switch (type.move.who) {
            case NOBODY -> V1Heads.NOBODY;
            case ARGUMENT -> states.of(in.args[0]);
            case CURRENT -> heads.self[p];
            case COLLECTOR -> V1States.COLLECTOR;
        };
        heads.exitTime[p] = type == V1Type.GO_SYS_EXIT ? in.args[2] : 0;
        heads.exitGoroutine[p] = in.args[0];
        if (questions <= 0 || heads.isReady(p)) {
            heads.makeReady(p);
        } else {
            heads.await(p);
        }
    }

    /// Makes the P's offered event the next one in the order.
    private void take(int p) {
        long key = Math.max(last, heads.key[p]);
        backwards += heads.key[p] < last ? 1 : 0;
        last = key;
        earliest = Math.min(earliest, heads.time[p]);
        int run = runProc.size() - 1;
        if (run >= 0 && runProc.getInt(run) == p) {
            runLength.set(run, runLength.getInt(run) + 1);
        } else {
            runProc.add(p);
            runLength.add(1);
        }
        if (heads.type[p] == V1Type.GO_SYS_EXIT) {
            exit(p, key);
        }
        if (heads.self[p] != V1Heads.NOBODY) {
            syscalls.follow(heads.self[p], heads.type[p], key);
        }
        position++;
        int g = heads.demands[p];
        if (g != V1Heads.NOBODY) {
            states.apply(g, heads.type[p].move, heads.given[p]);
            if (questions > 0) {
                questions -= heads.wake(g);
            }
        }
        offer(p);
    }

    private void exit(int p, long key) {
        long time = heads.exitTime[p];
        long trueKey = numbered ? heads.given[p] : time;
        if (heads.self[p] == V1Heads.NOBODY) {
            return;
        }
        long block = syscalls.blockKey(heads.self[p]);
        if (time > 0 && trueKey > 0 && trueKey < key && (numbered || block <= key)) {
            trueKey = numbered ? trueKey : Math.max(trueKey, block);
            exits.add(position, trueKey, time, heads.exitGoroutine[p]);
        }
    }
}
