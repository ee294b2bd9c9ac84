package dev.faultline.model.replay;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.Effect.ProcMoves;
import dev.faultline.trace.format.ProcStatus;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/// What the Ps are doing, and which goroutine loses its P while in a system call.
public final class ProcStates {
    /// Ps with higher numbers are counted but not followed: GOMAXPROCS is far below (runtime: at most 1024 until Go
    /// 1.9, the machine's size since), so such a number is damage, and memory must not depend on it.
    public static final int MOST = 1 << 16;
    /// States as [Transitions#procMoved] tells them.
    public static final int UNDETERMINED = 0;
    public static final int RUNNING = 1;
    public static final int IDLE = 2;
    public static final int NOT_EXISTING = 3;
    /// Number of states.
    public static final int STATES = 4;
    private static final int WIRE_RUNNING = ProcStatus.RUNNING.ordinal();
    private static final int WIRE_IDLE = ProcStatus.IDLE.ordinal();
    private static final int WIRE_SYSCALL = ProcStatus.SYSCALL.ordinal();
    private static final int WIRE_ABANDONED = ProcStatus.ABANDONED.ordinal();

    private final GoroutineStates goroutines;
    private Transitions listener = new Transitions() {
        // until somebody is named
    };
    /// [ProcStatus] by P.
    private byte[] status = new byte[64];
    /// The goroutine in a system call by P, -1 when none.
    private int[] inSyscall = new int[64];
    private int named;
    private int abandoned;
    private final IntOpenHashSet beyond = new IntOpenHashSet();
    /// Whether this is the first generation: a P that it does not know may have existed before.
    private boolean first = true;

    ProcStates(GoroutineStates goroutines) {
        this.goroutines = goroutines;
        Arrays.fill(inSyscall, -1);
    }

    void to(Transitions transitions) {
        listener = transitions;
    }

    void nextGeneration() {
        first = false;
    }

    /// Number of distinct Ps named by events.
    public int named() {
        return named + beyond.size();
    }

    /// How often a goroutine of a C thread left its P behind.
    public int abandoned() {
        return abandoned;
    }

    /// One more than the highest number of a P that is followed.
    public int bound() {
        int p = status.length;
        while (p > 0 && status[p - 1] == 0) {
            p--;
        }
        return p;
    }

    /// Number of Ps that run now, those in system calls included.
    public int running() {
        int count = 0;
        for (byte of : status) {
            count += of == WIRE_RUNNING || of == WIRE_SYSCALL ? 1 : 0;
        }
        return count;
    }

    /// What is known of a P: ordinal of a [ProcStatus], that of `UNKNOWN` where no event named it.
    public int status(int proc) {
        return known(proc);
    }

    void moves(EventCursor e, ProcMoves moves) {
        int p = e.subject();
        if (moves.to() == ProcStatus.RUNNING) {
            listener.procMoved(e, p, IDLE, RUNNING);
            set(p, WIRE_RUNNING);
            return;
        }
        boolean left = moves.from() == ProcStatus.SYSCALL && known(p) == WIRE_ABANDONED;
        listener.procMoved(e, p, left ? IDLE : RUNNING, IDLE);
        set(p, WIRE_IDLE);
        if (!left) {
            lost(p, e.time());
        }
    }

    void status(EventCursor e) {
        int p = e.subject();
        int now = (int) e.a();
        int before = known(p);
        if (before == 0) {
            listener.procTold(e, first ? UNDETERMINED : NOT_EXISTING, seen(now));
            set(p, now);
        } else if (now == WIRE_ABANDONED && before == WIRE_SYSCALL) {
            // It is about to be stolen, and we still know from whom: the status adds nothing.
            listener.procTold(e, RUNNING, RUNNING);
        } else {
            listener.procTold(e, seen(before), seen(now));
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
            set(p, WIRE_RUNNING);
        }
    }

    /// The goroutine of a C thread goes away and leaves its P behind. Go's reader reports a steal of its own making.
    void abandoned(EventCursor e) {
        int p = e.proc();
        if (p >= 0) {
            listener.procMoved(e, p, RUNNING, IDLE);
            set(p, WIRE_ABANDONED);
            abandoned++;
        }
    }

    private void lost(int p, long time) {
        if (p >= 0 && p < inSyscall.length && inSyscall[p] >= 0) {
            int slot = goroutines.find(inSyscall[p]);
            if (slot >= 0 && goroutines.state(slot) == GoroutineStates.SYSCALL) {
                listener.lostProc(slot, time);
            }
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
