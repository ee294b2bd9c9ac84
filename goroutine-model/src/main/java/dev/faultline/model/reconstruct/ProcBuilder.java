package dev.faultline.model.reconstruct;

import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/// Follows the Ps: their states for the summary, and which goroutine loses its P while in a system call.
final class ProcBuilder {
    /// Ps with higher numbers are counted but not followed: GOMAXPROCS is far below (runtime: at most 1024 until Go
    /// 1.9, the machine's size since), so such a number is damage, and memory must not depend on it.
    static final int MOST = 1 << 16;
    static final int UNDETERMINED = 0;
    static final int RUNNING = 1;
    static final int IDLE = 2;
    static final int NOT_EXISTING = 3;
    static final int STATES = 4;
    private static final int WIRE_IDLE = 2;
    private static final int WIRE_SYSCALL = 3;
    private static final int WIRE_ABANDONED = 4;

    final TransitionCounts transitions = new TransitionCounts(STATES);
    private final GoroutineBuilder goroutines;
    /// Wire status by P, 0 while unknown.
    private byte[] status = new byte[64];
    /// The goroutine in a system call by P, -1 when none.
    private int[] inSyscall = new int[64];
    private int named;
    /// How often a goroutine of a C thread left its P behind.
    int abandoned;
    private final IntOpenHashSet beyond = new IntOpenHashSet();
    /// Whether this is the first generation: a P that it does not know may have existed before.
    private boolean first = true;

    ProcBuilder(GoroutineBuilder goroutines) {
        this.goroutines = goroutines;
        Arrays.fill(inSyscall, -1);
    }

    void nextGeneration() {
        first = false;
    }

    /// Number of distinct Ps named by events.
    int named() {
        return named + beyond.size();
    }

    /// One more than the highest number of a P that is followed.
    int bound() {
        int p = status.length;
        while (p > 0 && status[p - 1] == 0) {
            p--;
        }
        return p;
    }

    void start(EventCursor e) {
        transitions.add(IDLE, RUNNING, 0);
        set(e.subject(), RUNNING);
    }

    void stop(EventCursor e) {
        transitions.add(RUNNING, IDLE, 0);
        set(e.subject(), WIRE_IDLE);
        lost(e.subject(), e.time());
    }

    void steal(EventCursor e) {
        int p = e.subject();
        boolean abandoned = known(p) == WIRE_ABANDONED;
        transitions.add(abandoned ? IDLE : RUNNING, IDLE, 0);
        set(p, WIRE_IDLE);
        if (!abandoned) {
            lost(p, e.time());
        }
    }

    void status(EventCursor e) {
        int p = e.subject();
        int now = (int) e.a();
        int before = known(p);
        if (before == 0) {
            transitions.add(first ? UNDETERMINED : NOT_EXISTING, seen(now), 0);
            set(p, now);
        } else if (now == WIRE_ABANDONED && before == WIRE_SYSCALL) {
            // It is about to be stolen, and we still know from whom: the status adds nothing.
            transitions.add(RUNNING, RUNNING, 0);
        } else {
            transitions.add(seen(before), seen(now), 0);
            set(p, now);
        }
    }

    void syscallBegins(EventCursor e) {
        set(e.proc(), WIRE_SYSCALL);
        foundInSyscall(e);
    }

    /// A goroutine is in a system call, on the P that its event names if any.
    void foundInSyscall(EventCursor e) {
        int p = e.proc();
        if (p >= 0 && p < inSyscall.length) {
            inSyscall[p] = e.subject();
        }
    }

    void syscallEnds(EventCursor e) {
        int p = e.proc();
        if (p >= 0 && p < inSyscall.length) {
            inSyscall[p] = -1;
            set(p, RUNNING);
        }
    }

    /// The goroutine of a C thread goes away and leaves its P behind. Go's reader reports a steal of its own making.
    void abandoned(EventCursor e) {
        int p = e.proc();
        if (p >= 0) {
            transitions.add(RUNNING, IDLE, 0);
            set(p, WIRE_ABANDONED);
            abandoned++;
        }
    }

    private void lost(int p, long time) {
        if (p >= 0 && p < inSyscall.length && inSyscall[p] >= 0) {
            goroutines.lostProc(inSyscall[p], time);
            inSyscall[p] = -1;
        }
    }

    private int known(int p) {
        return p >= 0 && p < status.length ? status[p] : 0;
    }

    private static int seen(int wire) {
        return wire == WIRE_IDLE || wire == WIRE_ABANDONED ? IDLE : RUNNING;
    }

    private void set(int p, int wire) {
        if (p < 0) {
            return;
        }
        if (p >= MOST) {
            beyond.add(p);
            return;
        }
        if (p >= status.length) {
            int size = Math.max(p + 1, status.length * 2);
            int old = inSyscall.length;
            status = Arrays.copyOf(status, size);
            inSyscall = Arrays.copyOf(inSyscall, size);
            Arrays.fill(inSyscall, old, size, -1);
        }
        named += status[p] == 0 ? 1 : 0;
        status[p] = (byte) wire;
    }
}
