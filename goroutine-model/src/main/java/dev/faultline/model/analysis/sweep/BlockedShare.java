package dev.faultline.model.analysis.sweep;

import java.util.Arrays;

/// For each of many equal windows of the trace: how much of the time of the goroutines that worked in it they spent
/// blocked on others (channels, locks).
public final class BlockedShare {
    /// Number of windows.
    public static final int WINDOWS = 60;
    static final int OTHERWISE = 0;
    static final int RUNNING = 1;
    static final int BLOCKED = 2;
    /// Numbers of a track: its window; ran, blocked and lived in it.
    private static final int WIDTH = 4;

    private final long widthNs;
    private final long[] blocked = new long[WINDOWS + 1];
    private final long[] lived = new long[WINDOWS + 1];
    private final int[] workers = new int[WINDOWS + 1];
    private long[] own = new long[64 * WIDTH];

    BlockedShare(long durationNs) {
        widthNs = Math.max(1, (durationNs + WINDOWS) / WINDOWS);
    }

    /// Books a stretch of a goroutine's life that follows on the last one.
    void add(int track, long from, long to, int kind) {
        int at = track * WIDTH;
        if (at >= own.length) {
            own = Arrays.copyOf(own, 2 * at);
        }
        if (to < (own[at] + 1) * widthNs) {
            book(at, to - from, kind);
        } else {
            spread(track, from, to, kind);
        }
    }

    private void book(int at, long ns, int kind) {
        own[at + 3] += ns;
        if (kind != OTHERWISE) {
            own[at + kind] += ns;
        }
    }

    private void spread(int track, long from, long to, int kind) {
        int at = track * WIDTH;
        long last = to / widthNs;
        long begin = from;
        for (long w = from / widthNs; w <= last; w++) {
            if (w != own[at]) {
                flush(track);
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

    /// Nothing follows on what was booked of a goroutine; its track passes on to another.
    void end(int track) {
        if (track * WIDTH < own.length) {
            flush(track);
            own[track * WIDTH] = 0;
        }
    }

    private void flush(int track) {
        int at = track * WIDTH;
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
