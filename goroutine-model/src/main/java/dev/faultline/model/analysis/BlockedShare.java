package dev.faultline.model.analysis;

import dev.faultline.trace.column.Longs;
import dev.faultline.trace.column.Slabs;

/// For each of many equal windows of the trace: how much of the time of the goroutines that worked in it they spent
/// blocked on others (channels, locks).
public final class BlockedShare {
    /// Number of windows.
    public static final int WINDOWS = 60;
    static final int OTHERWISE = 0;
    static final int RUNNING = 1;
    static final int BLOCKED = 2;
    /// Columns of a goroutine's own numbers: its window; ran, blocked and lived in it.
    private static final int WIDTH = 4;

    private final long widthNs;
    private final long[] blocked = new long[WINDOWS + 1];
    private final long[] lived = new long[WINDOWS + 1];
    private final int[] workers = new int[WINDOWS + 1];
    private final Longs own;

    BlockedShare(int goroutines, long durationNs, Slabs room) {
        widthNs = Math.max(1, (durationNs + WINDOWS) / WINDOWS);
        own = new Longs(room, (long) goroutines * WIDTH);
    }

    /// Books a stretch of a goroutine's life that follows on the last one.
    void add(int g, long from, long to, int kind) {
        long at = (long) g * WIDTH;
        if (to < (own.get(at) + 1) * widthNs) {
            book(at, to - from, kind);
        } else {
            spread(g, from, to, kind);
        }
    }

    private void book(long at, long ns, int kind) {
        own.add(at + 3, ns);
        if (kind != OTHERWISE) {
            own.add(at + kind, ns);
        }
    }

    private void spread(int g, long from, long to, int kind) {
        long at = (long) g * WIDTH;
        long last = to / widthNs;
        long begin = from;
        for (long w = from / widthNs; w <= last; w++) {
            if (w != own.get(at)) {
                flush(g);
                if (kind != RUNNING && w < last) {
                    // it does not run at all in the windows between
                    w = last;
                    begin = last * widthNs;
                }
                own.set(at, w);
            }
            long end = Math.min(to, (w + 1) * widthNs);
            book(at, Math.max(0, end - begin), kind);
            begin = end;
        }
    }

    void flush(int g) {
        long at = (long) g * WIDTH;
        int w = (int) Math.min(own.get(at), WINDOWS);
        if (own.get(at + RUNNING) > 0) {
            blocked[w] += own.get(at + BLOCKED);
            lived[w] += own.get(at + 3);
            workers[w]++;
        }
        own.set(at + 1, 0);
        own.set(at + 2, 0);
        own.set(at + 3, 0);
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
