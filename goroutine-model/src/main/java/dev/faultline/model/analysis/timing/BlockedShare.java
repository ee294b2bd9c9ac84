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

/// For each of many equal windows of the trace, of which each begins in the middle of the one before: how much of the time of
/// the goroutines that worked in it they spent blocked on others (channels, locks), and how long they ran.
public final class BlockedShare implements Transitions {
    /// So many windows side by side make up the trace.
    private static final int SIDE_BY_SIDE = 60;
    /// Number of windows.
    public static final int WINDOWS = 2 * SIDE_BY_SIDE - 1;
    private static final int OTHERWISE = 0;
    private static final int RUNNING = 1;
    private static final int BLOCKED = 2;
    private static final int LIVED = 3;
    /// Numbers of a slot: its half of a window; ran, blocked and lived in it; the same in the half before.
    private static final int WIDTH = 7;

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
    private long[] own = new long[64 * WIDTH];

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
            case GoroutineStates.RUNNABLE, GoroutineStates.SYSCALL -> add(slot, ns, OTHERWISE);
            case GoroutineStates.RUNNING -> add(slot, ns, RUNNING);
            case GoroutineStates.WAITING -> add(slot, ns,
                    ON_OTHERS[WaitReasons.kind(states.cause(slot)).ordinal()] ? BLOCKED : OTHERWISE);
            default -> {
                // did not exist
            }
        }
    }

    private void add(int slot, long to, int kind) {
        long from = states.older(slot) ? 0 : states.since(slot);
        int at = slot * WIDTH;
        if (at >= own.length) {
            own = Arrays.copyOf(own, 2 * at);
        }
        if (to < (own[at] + 1) * stepNs) {
            book(at, to - from, kind);
        } else {
            spread(at, from, to, kind);
        }
    }

    private void book(int at, long ns, int kind) {
        own[at + LIVED] += ns;
        if (kind != OTHERWISE) {
            own[at + kind] += ns;
        }
    }

    private void spread(int at, long from, long to, int kind) {
        long first = from / stepNs;
        long last = to / stepNs;
        long begin = from;
        for (long half = first; half <= last; half++) {
            if (kind != RUNNING && half > first + 1 && half < last - 1) {
                // it runs in no window of those between
                half = last - 1;
                begin = half * stepNs;
            }
            if (half != own[at]) {
                advance(at, half);
            }
            long end = Math.min(to, (half + 1) * stepNs);
            book(at, Math.max(0, end - begin), kind);
            begin = end;
        }
    }

    private void advance(int at, long half) {
        int goroutine = states.goroutine(at / WIDTH);
        pair(at, own[at] - 1, goroutine);
        if (half > own[at] + 1) {
            pair(at, own[at], goroutine);
        }
        own[at] = half;
    }

    /// Nothing follows on what was booked of a goroutine; its slot passes on to another.
    private void end(int slot) {
        int at = slot * WIDTH;
        if (at < own.length) {
            int goroutine = states.goroutine(slot);
            pair(at, own[at] - 1, goroutine);
            pair(at, own[at], goroutine);
            Arrays.fill(own, at, at + WIDTH, 0);
        }
    }

    /// Adds the half before and the current one to their window; then the current one is the half before.
    private void pair(int at, long window, int goroutine) {
        int before = at + LIVED;
        long ran = own[at + RUNNING] + own[before + RUNNING];
        if (window >= 0 && window < WINDOWS && ran > 0) {
            int w = (int) window;
            running[w] += ran;
            if (ran > runningMost[w]) {
                runningMost[w] = ran;
                most[w] = goroutine;
            }
            blocked[w] += own[at + BLOCKED] + own[before + BLOCKED];
            lived[w] += own[at + LIVED] + own[before + LIVED];
            workers[w]++;
        }
        System.arraycopy(own, at + 1, own, before + 1, LIVED);
        Arrays.fill(own, at + 1, before + 1, 0);
    }

    /// Time between the begins of two windows; each is twice as long.
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
