package dev.faultline.model.analysis;

/// For each of many equal windows of the trace: how much of the time of the goroutines that worked in it they spent
/// blocked on others (channels, locks).
public final class BlockedShare {
    /// Number of windows.
    public static final int WINDOWS = 60;

    private final long widthNs;
    private final long[] blocked = new long[WINDOWS + 1];
    private final long[] lived = new long[WINDOWS + 1];
    private final int[] workers = new int[WINDOWS + 1];
    private final int[] window;
    private final long[] ran;
    private final long[] blockedNow;
    private final long[] livedNow;

    BlockedShare(int goroutines, long durationNs) {
        widthNs = Math.max(1, (durationNs + WINDOWS) / WINDOWS);
        window = new int[goroutines];
        ran = new long[goroutines];
        blockedNow = new long[goroutines];
        livedNow = new long[goroutines];
    }

    /// Books a stretch of a goroutine's life.
    ///
    /// @param kind 0 for neither, 1 for running, 2 for blocked on others
    void add(int g, long from, long to, int kind) {
        long at = from;
        int last = (int) (to / widthNs);
        for (int w = (int) (from / widthNs); w <= last; w++) {
            if (w != window[g]) {
                flush(g);
                if (kind != 1 && w < last) {
                    // it does not run at all in the windows between
                    w = last;
                    at = last * widthNs;
                }
                window[g] = w;
            }
            long end = Math.min(to, (w + 1) * widthNs);
            long part = Math.max(0, end - at);
            livedNow[g] += part;
            ran[g] += kind == 1 ? part : 0;
            blockedNow[g] += kind == 2 ? part : 0;
            at = end;
        }
    }

    void flush(int g) {
        int w = Math.min(window[g], WINDOWS);
        if (ran[g] > 0) {
            blocked[w] += blockedNow[g];
            lived[w] += livedNow[g];
            workers[w]++;
        }
        ran[g] = 0;
        blockedNow[g] = 0;
        livedNow[g] = 0;
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
