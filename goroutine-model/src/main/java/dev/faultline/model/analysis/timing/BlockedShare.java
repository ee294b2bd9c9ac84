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

/// For each of many equal windows of the trace: how much of the time of the goroutines that worked in it they spent
/// blocked on others (channels, locks).
public final class BlockedShare implements Transitions {
    /// Number of windows.
    public static final int WINDOWS = 60;
    private static final int OTHERWISE = 0;
    private static final int RUNNING = 1;
    private static final int BLOCKED = 2;
    /// Numbers of a slot: its window; ran, blocked and lived in it.
    private static final int WIDTH = 4;

    /// Kinds of waits, by ordinal, in which goroutines of the program wait for each other.
    private static final boolean[] ON_OTHERS = new boolean[WaitKind.values().length];
    static {
        for (WaitKind kind : new WaitKind[]{WaitKind.CHAN_SEND, WaitKind.CHAN_RECEIVE, WaitKind.SELECT, WaitKind.SYNC,
                WaitKind.COND}) {
            ON_OTHERS[kind.ordinal()] = true;
        }
    }

    private final GoroutineStates states;
    private final long widthNs;
    private final long[] blocked = new long[WINDOWS + 1];
    private final long[] lived = new long[WINDOWS + 1];
    private final int[] workers = new int[WINDOWS + 1];
    private long[] own = new long[64 * WIDTH];

    /// @param durationNs length of the trace
    BlockedShare(GoroutineStates states, long durationNs) {
        this.states = states;
        widthNs = width(durationNs);
    }

    private static long width(long durationNs) {
        return Math.max(1, (durationNs + WINDOWS) / WINDOWS);
    }

    /// This, or, where the trace turned out to be of another length than was expected, what a replay of its own finds.
    BlockedShare of(Trace trace) {
        if (width(trace.durationNs()) == widthNs) {
            close();
            return this;
        }
        Replay replay = Replay.of(trace);
        BlockedShare again = new BlockedShare(replay.states(), trace.durationNs());
        replay.to(again);
        replay.accept(trace, Progress.NONE);
        again.close();
        return again;
    }

    private void close() {
        for (int slot = 0; slot < states.bound(); slot++) {
            end(slot);
        }
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        switch (states.state(slot)) {
            case GoroutineStates.RUNNABLE, GoroutineStates.SYSCALL -> add(slot, ns, OTHERWISE);
            case GoroutineStates.RUNNING -> add(slot, ns, RUNNING);
            case GoroutineStates.WAITING -> add(slot, ns,
                    ON_OTHERS[WaitReasons.kind(states.cause(slot)).ordinal()] ? BLOCKED : OTHERWISE);
            default -> {
                // did not exist
            }
        }
        if (to == GoroutineStates.NOT_EXISTING) {
            end(slot);
        }
    }

    /// Books the state that ends now, which follows on the last one.
    private void add(int slot, long to, int kind) {
        long from = states.older(slot) ? 0 : states.since(slot);
        int at = slot * WIDTH;
        if (at >= own.length) {
            own = Arrays.copyOf(own, 2 * at);
        }
        if (to < (own[at] + 1) * widthNs) {
            book(at, to - from, kind);
        } else {
            spread(slot, from, to, kind);
        }
    }

    private void book(int at, long ns, int kind) {
        own[at + 3] += ns;
        if (kind != OTHERWISE) {
            own[at + kind] += ns;
        }
    }

    private void spread(int slot, long from, long to, int kind) {
        int at = slot * WIDTH;
        long last = to / widthNs;
        long begin = from;
        for (long w = from / widthNs; w <= last; w++) {
            if (w != own[at]) {
                flush(slot);
                if (kind != RUNNING && w < last) {
                    // it does not run at all in the windows between
                    w = last;
                    begin = last * widthNs;
                }
                own[at] = w;
            }
            long end = Math.min(to, (w + 1) * widthNs);
            book(at, Math.max(0, end - begin), kind);
            begin = end;
        }
    }

    /// Nothing follows on what was booked of a goroutine; its slot passes on to another.
    private void end(int slot) {
        if (slot * WIDTH < own.length) {
            flush(slot);
            own[slot * WIDTH] = 0;
        }
    }

    private void flush(int slot) {
        int at = slot * WIDTH;
        int w = (int) Math.min(own[at], WINDOWS);
        if (own[at + RUNNING] > 0) {
            blocked[w] += own[at + BLOCKED];
            lived[w] += own[at + 3];
            workers[w]++;
        }
        own[at + 1] = 0;
        own[at + 2] = 0;
        own[at + 3] = 0;
    }

    /// Width of a window.
    public long widthNs() {
        return widthNs;
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
}
