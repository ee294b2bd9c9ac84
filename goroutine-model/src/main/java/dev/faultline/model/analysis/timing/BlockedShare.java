package dev.faultline.model.analysis.timing;

import dev.faultline.model.WaitKind;
import dev.faultline.model.replay.GoroutineStates;
import dev.faultline.model.replay.Replay;
import dev.faultline.model.replay.Transitions;
import dev.faultline.model.replay.WaitReasons;
import dev.faultline.trace.Trace;
import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.progress.Progress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// For each of many equal windows of the trace, of which each begins in the middle of the one before: how much of the time of
/// the goroutines that worked in it they spent blocked on others (channels, locks), and how long they ran.
public final class BlockedShare implements Transitions {
    /// So many windows side by side make up the trace.
    private static final int SIDE_BY_SIDE = 60;
    /// Number of windows.
    public static final int WINDOWS = 2 * SIDE_BY_SIDE - 1;

    /// What a goroutine does, as far as it matters here.
    private enum Doing {
        RUNNING, BLOCKED, OTHERWISE
    }

    /// What a goroutine has done in the half of a window in which it is, and in the half before; nanoseconds.
    private static final class Recent {
        /// Number of the half, from the start of the trace on.
        long half;
        long ran;
        long blocked;
        long lived;
        long ranBefore;
        long blockedBefore;
        long livedBefore;

        void add(long ns, Doing doing) {
            lived += ns;
            if (doing == Doing.RUNNING) {
                ran += ns;
            } else if (doing == Doing.BLOCKED) {
                blocked += ns;
            }
        }

        /// The half is over: it is the half before from now on.
        void shift() {
            ranBefore = ran;
            blockedBefore = blocked;
            livedBefore = lived;
            ran = 0;
            blocked = 0;
            lived = 0;
        }
    }

    /// Kinds of waits, by ordinal, in which goroutines of the program wait for each other.
    private static final boolean[] ON_OTHERS = new boolean[WaitKind.values().length];
    static {
        for (WaitKind kind : new WaitKind[]{WaitKind.CHAN_SEND, WaitKind.CHAN_RECEIVE, WaitKind.SELECT, WaitKind.SYNC,
                WaitKind.COND}) {
            ON_OTHERS[kind.ordinal()] = true;
        }
    }

    private final GoroutineStates states;
    private final long stepNs;
    private final long[] blocked = new long[WINDOWS];
    private final long[] lived = new long[WINDOWS];
    private final int[] workers = new int[WINDOWS];
    private final long[] running = new long[WINDOWS];
    private final long[] runningMost = new long[WINDOWS];
    private final int[] most = new int[WINDOWS];
    /// By slot; null where none has lived.
    private @Nullable Recent[] recent = new @Nullable Recent[64];

    /// @param durationNs length of the trace
    BlockedShare(GoroutineStates states, long durationNs) {
        this.states = states;
        stepNs = step(durationNs);
    }

    private static long step(long durationNs) {
        return Math.max(1, (durationNs + 2 * SIDE_BY_SIDE) / (2 * SIDE_BY_SIDE));
    }

    /// This, or, where the trace turned out to be of another length than was expected, what a replay of its own finds.
    BlockedShare of(Trace trace) {
        if (step(trace.durationNs()) == stepNs) {
            close(trace.durationNs());
            return this;
        }
        Replay replay = Replay.of(trace);
        BlockedShare again = new BlockedShare(replay.states(), trace.durationNs());
        replay.to(again);
        replay.accept(trace, Progress.NONE);
        again.close(trace.durationNs());
        return again;
    }

    private void close(long durationNs) {
        for (int slot = 0; slot < states.bound(); slot++) {
            book(slot, durationNs);
            end(slot);
        }
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        book(slot, ns);
        if (to == GoroutineStates.NOT_EXISTING) {
            end(slot);
        }
    }

    /// Books the state in which a goroutine has been until now.
    private void book(int slot, long ns) {
        switch (states.state(slot)) {
            case GoroutineStates.RUNNABLE, GoroutineStates.SYSCALL -> book(slot, ns, Doing.OTHERWISE);
            case GoroutineStates.RUNNING -> book(slot, ns, Doing.RUNNING);
            case GoroutineStates.WAITING -> book(slot, ns,
                    ON_OTHERS[WaitReasons.kind(states.cause(slot)).ordinal()] ? Doing.BLOCKED : Doing.OTHERWISE);
            default -> {
                // did not exist
            }
        }
    }

    private void book(int slot, long to, Doing doing) {
        long from = states.older(slot) ? 0 : states.since(slot);
        Recent own = of(slot);
        if (to < (own.half + 1) * stepNs) {
            own.add(to - from, doing);
        } else {
            spread(own, from, to, doing, states.goroutine(slot));
        }
    }

    private Recent of(int slot) {
        if (slot >= recent.length) {
            recent = Arrays.copyOf(recent, 2 * slot);
        }
        Recent own = recent[slot];
        if (own == null) {
            own = new Recent();
            recent[slot] = own;
        }
        return own;
    }

    /// Books a state that has lasted beyond the half in which it began.
    private void spread(Recent own, long from, long to, Doing doing, int goroutine) {
        long first = from / stepNs;
        long last = to / stepNs;
        long begin = from;
        for (long half = first; half <= last; half++) {
            if (doing != Doing.RUNNING && half > first + 1 && half < last - 1) {
                // it runs in no window of those between
                half = last - 1;
                begin = half * stepNs;
            }
            if (half != own.half) {
                advance(own, half, goroutine);
            }
            long end = Math.min(to, (half + 1) * stepNs);
            own.add(Math.max(0, end - begin), doing);
            begin = end;
        }
    }

    private void advance(Recent own, long half, int goroutine) {
        count(own, own.half - 1, goroutine);
        if (half > own.half + 1) {
            count(own, own.half, goroutine);
        }
        own.half = half;
    }

    /// Nothing follows on what was booked of a goroutine; its slot passes on to another.
    private void end(int slot) {
        Recent own = slot < recent.length ? recent[slot] : null;
        if (own != null) {
            int goroutine = states.goroutine(slot);
            count(own, own.half - 1, goroutine);
            count(own, own.half, goroutine);
            own.half = 0;
        }
    }

    /// Adds a half and the one before to the window that they make up; then the half is over.
    private void count(Recent own, long window, int goroutine) {
        long ran = own.ran + own.ranBefore;
        if (window >= 0 && window < WINDOWS && ran > 0) {
            int w = (int) window;
            running[w] += ran;
            if (ran > runningMost[w]) {
                runningMost[w] = ran;
                most[w] = goroutine;
            }
            blocked[w] += own.blocked + own.blockedBefore;
            lived[w] += own.lived + own.livedBefore;
            workers[w]++;
        }
        own.shift();
    }

    /// Time between the starts of two windows; each is twice as long.
    public long stepNs() {
        return stepNs;
    }

    /// Share of a window, 0 to 1.
    public double share(int window) {
        return lived[window] == 0 ? 0 : (double) blocked[window] / lived[window];
    }

    /// Time blocked in a window, summed over the goroutines that worked in it.
    public long blockedNs(int window) {
        return blocked[window];
    }

    /// Goroutines that worked in a window.
    public int workers(int window) {
        return workers[window];
    }

    /// Time that goroutines ran in a window, those of the runtime among them, nanoseconds.
    public long runningNs(int window) {
        return running[window];
    }

    /// How long the goroutine ran in a window that ran longest.
    public long runningMostNs(int window) {
        return runningMost[window];
    }

    /// Index of that goroutine; of no meaning in a window in which none ran.
    public int runsMost(int window) {
        return most[window];
    }
}
