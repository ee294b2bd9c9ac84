package dev.faultline.model.analysis.timing;

import java.util.Arrays;

/// The latest wake-ups at one site, oldest first. A busy site sees millions; who serves it shows in the last few thousand.
public final class WakeLog {
    /// The runtime as a waker: timer, network poller, collector.
    public static final int RUNTIME = -1;
    private static final int MOST = 2048;

    /// Target, waker and its stack of each.
    private int[] who = new int[3 * 4];
    /// Begin and end of each wait.
    private long[] when = new long[2 * 4];
    private long total;

    /// Adds a wake-up; where there are too many, the oldest is forgotten.
    public void add(int target, int waker, int stack, long beginNs, long endNs) {
        int at = (int) (total % MOST);
        if (2 * at == when.length) {
            int size = Math.min(MOST, at * 4);
            who = Arrays.copyOf(who, 3 * size);
            when = Arrays.copyOf(when, 2 * size);
        }
        who[3 * at] = target;
        who[3 * at + 1] = waker;
        who[3 * at + 2] = stack;
        when[2 * at] = beginNs;
        when[2 * at + 1] = endNs;
        total++;
    }

    /// Number of wake-ups that are kept.
    public int size() {
        return (int) Math.min(total, MOST);
    }

    /// Number of wake-ups that there were.
    public long total() {
        return total;
    }

    /// Whether all are kept.
    public boolean complete() {
        return total <= MOST;
    }

    private int at(int i) {
        return complete() ? i : (int) ((total + i) % MOST);
    }

    /// Index of the goroutine that was woken.
    public int target(int i) {
        return who[3 * at(i)];
    }

    /// Index of the goroutine that woke it, [#RUNTIME] when none did.
    public int waker(int i) {
        return who[3 * at(i) + 1];
    }

    /// The waker's stack, 0 when unknown.
    public int stack(int i) {
        return who[3 * at(i) + 2];
    }

    /// Begin of the wait that ended, 0 when before the trace.
    public long beginNs(int i) {
        return when[2 * at(i)];
    }

    /// Time of the wake-up.
    public long endNs(int i) {
        return when[2 * at(i) + 1];
    }

    public long durationNs(int i) {
        return endNs(i) - beginNs(i);
    }
}
