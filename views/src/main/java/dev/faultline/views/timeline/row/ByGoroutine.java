package dev.faultline.views.timeline.row;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// Things of a trace sorted by the goroutine that they belong to, each goroutine's in their own order.
public final class ByGoroutine {
    /// By goroutine, from place 1 on, where its things begin; the first place stands for those of no known goroutine.
    private final int[] from;
    private final int[] sorted;

    private ByGoroutine(int[] from, int[] sorted) {
        this.from = from;
        this.sorted = sorted;
    }

    /// Sorts things.
    ///
    /// @param goroutines number of goroutines
    /// @param things number of things
    /// @param goroutineOf index of the goroutine of a thing, negative for none
    public static ByGoroutine of(int goroutines, int things, IntUnaryOperator goroutineOf) {
        int[] owners = new int[things];
        int[] from = new int[goroutines + 2];
        for (int i = 0; i < things; i++) {
            owners[i] = Math.max(-1, goroutineOf.applyAsInt(i)) + 1;
            from[owners[i] + 1]++;
        }
        Arrays.parallelPrefix(from, Integer::sum);
        int[] next = from.clone();
        int[] sorted = new int[things];
        for (int i = 0; i < things; i++) {
            sorted[next[owners[i]]++] = i;
        }
        return new ByGoroutine(from, sorted);
    }

    /// The numbers of a goroutine's things.
    public int[] of(int goroutine) {
        return Arrays.copyOfRange(sorted, from[goroutine + 1], from[goroutine + 2]);
    }
}
