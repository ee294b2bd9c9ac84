package dev.faultline.model.analysis.measure;

import java.util.Arrays;

/// How much time was spent on one thing, by many at once, over the trace: the worst window of a length is found, wherever it
/// begins.
public final class SlidingWindows {
    /// Windows begin and end at multiples of this.
    public static final long BIN_NS = 50_000_000;
    private static final int MOST = 1 << 16;

    /// @param fromNs begin, nanoseconds since the trace's first event
    /// @param toNs end, as far as anything was spent
    /// @param spentNs time spent in it, summed over those who spent it
    /// @param mean how many of them at a time on average
    public record Window(long fromNs, long toNs, long spentNs, double mean) {}

    private long[] bins = new long[4];
    private int used;

    /// One of them spent time.
    public void add(long fromNs, long toNs) {
        add(fromNs, toNs, 1);
    }

    /// So many of them spent time.
    public void add(long fromNs, long toNs, int times) {
        int last = (int) Math.min(MOST - 1, toNs / BIN_NS);
        if (last >= bins.length) {
            bins = Arrays.copyOf(bins, Math.max(last + 1, bins.length * 2));
        }
        used = Math.max(used, last + 1);
        for (int bin = (int) Math.min(MOST - 1, fromNs / BIN_NS); bin <= last; bin++) {
            bins[bin] += times * Math.max(0, Math.min(toNs, (bin + 1) * BIN_NS) - Math.max(fromNs, bin * BIN_NS));
        }
    }

    /// All time spent, nanoseconds.
    public long spentNs() {
        return Arrays.stream(bins).sum();
    }

    /// The window in which most time was spent, the first of equal ones; of no length where nothing was.
    ///
    /// @param lengthNs a multiple of [#BIN_NS]
    public Window worst(long lengthNs) {
        int width = (int) (lengthNs / BIN_NS);
        long sum = 0;
        long most = 0;
        int at = 0;
        for (int bin = 0; bin < used; bin++) {
            sum += bins[bin] - (bin >= width ? bins[bin - width] : 0);
            if (sum > most) {
                most = sum;
                at = Math.max(0, bin - width + 1);
            }
        }
        return new Window(at * BIN_NS, Math.min(used, at + width) * BIN_NS, most, (double) most / lengthNs);
    }
}
