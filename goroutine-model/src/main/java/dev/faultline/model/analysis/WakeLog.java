package dev.faultline.model.analysis;

import java.util.Arrays;

/// The latest wake-ups at one site, oldest first. A busy site sees millions; who serves it shows in the last few thousand.
public final class WakeLog {
    /// The runtime as a waker: timer, network poller, collector.
    public static final int RUNTIME = -1;
    private static final int MOST = 2048;

    private int[] targets = new int[4];
    private int[] wakers = new int[4];
    private int[] stacks = new int[4];
    private long[] begins = new long[4];
    private long[] ends = new long[4];
    private long total;

    void add(int target, int waker, int stack, long beginNs, long endNs) {
        int at = (int) (total % MOST);
        if (at == targets.length) {
            grow();
        }
        targets[at] = target;
        wakers[at] = waker;
        stacks[at] = stack;
        begins[at] = beginNs;
        ends[at] = endNs;
        total++;
    }

    private void grow() {
        int size = Math.min(MOST, targets.length * 4);
        targets = Arrays.copyOf(targets, size);
        wakers = Arrays.copyOf(wakers, size);
        stacks = Arrays.copyOf(stacks, size);
        begins = Arrays.copyOf(begins, size);
        ends = Arrays.copyOf(ends, size);
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
        return targets[at(i)];
    }

    /// Index of the goroutine that woke it, [#RUNTIME] when none did.
    public int waker(int i) {
        return wakers[at(i)];
    }

    /// The waker's stack, 0 when unknown.
    public int stack(int i) {
        return stacks[at(i)];
    }

    /// Begin of the wait that ended, 0 when before the trace.
    public long beginNs(int i) {
        return begins[at(i)];
    }

    /// Time of the wake-up.
    public long endNs(int i) {
        return ends[at(i)];
    }

    public long durationNs(int i) {
        return endNs(i) - beginNs(i);
    }
}
