package dev.faultline.app.ui.table;

import dev.faultline.model.GoState;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.measure.Histogram;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/// What goroutines of the program waited for at each stack: how often and how long, exact.
final class StackSums {
    private static final GoState[] STATES = GoState.values();
    private static final WaitKind[] KINDS = WaitKind.values();
    private static final double[] SHARES = {0.5, 0.95, 0.99, 1};

    private final TraceModel model;
    private final Long2IntOpenHashMap places = new Long2IntOpenHashMap();
    private final LongArrayList keys = new LongArrayList();
    private int[] counts = new int[256];
    private long[] totals = {};
    private long[][] quantiles = {};
    private int[] longestOf = {};
    private long[] longestAt = {};

    private StackSums(TraceModel model) {
        this.model = model;
        places.defaultReturnValue(-1);
    }

    /// Walks over all spans twice.
    static StackSums of(TraceModel model) {
        StackSums sums = new StackSums(model);
        sums.count();
        sums.fill();
        return sums;
    }

    /// Stack, kind and state of a span that waits at a known stack, -1 of another.
    private long key(SpanCursor span) {
        GoState state = span.state();
        boolean waits = state == GoState.WAITING || state == GoState.RUNNABLE || state == GoState.SYSCALL;
        return !waits || span.stack() == 0 || model.goroutines().system(span.goroutine())
                ? -1
                : (long) span.stack() << 16 | (long) state.ordinal() << 8 | span.kind().ordinal();
    }

    private void count() {
        for (SpanCursor span = model.allSpans(); span.next();) {
            long key = key(span);
            if (key >= 0) {
                int place = places.get(key);
                if (place < 0) {
                    place = keys.size();
                    places.put(key, place);
                    keys.add(key);
                    if (place == counts.length) {
                        counts = Arrays.copyOf(counts, place * 2);
                    }
                }
                counts[place]++;
            }
        }
    }

    private void fill() {
        int n = keys.size();
        int[] next = new int[n + 1];
        for (int i = 0; i < n; i++) {
            next[i + 1] = next[i] + counts[i];
        }
        int[] from = next.clone();
        long[] durations = new long[next[n]];
        totals = new long[n];
        quantiles = new long[n][];
        longestOf = new int[n];
        longestAt = new long[n];
        long[] longest = new long[n];
        Arrays.fill(longest, -1);
        for (SpanCursor span = model.allSpans(); span.next();) {
            long key = key(span);
            if (key >= 0) {
                int place = places.get(key);
                long ns = span.end() - span.start();
                durations[next[place]++] = ns;
                totals[place] += ns;
                if (ns > longest[place]) {
                    longest[place] = ns;
                    longestOf[place] = span.goroutine();
                    longestAt[place] = span.start();
                }
            }
        }
        for (int i = 0; i < n; i++) {
            long[] own = Arrays.copyOfRange(durations, from[i], from[i + 1]);
            Arrays.sort(own);
            quantiles[i] = Arrays.stream(SHARES).mapToLong(share -> Histogram.quantile(own, share)).toArray();
        }
    }

    int size() {
        return keys.size();
    }

    int stack(int i) {
        return (int) (keys.getLong(i) >>> 16);
    }

    GoState state(int i) {
        return STATES[(int) (keys.getLong(i) >> 8 & 0xFF)];
    }

    WaitKind kind(int i) {
        return KINDS[(int) (keys.getLong(i) & 0xFF)];
    }

    int count(int i) {
        return counts[i];
    }

    long totalNs(int i) {
        return totals[i];
    }

    /// Median, p95, p99 and the longest, in this order.
    long quantileNs(int i, int which) {
        return quantiles[i][which];
    }

    /// The goroutine that waited longest there.
    int longestOf(int i) {
        return longestOf[i];
    }

    /// When that wait began.
    long longestAtNs(int i) {
        return longestAt[i];
    }
}
