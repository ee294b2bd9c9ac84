package dev.faultline.trace.v1;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// CPU samples, in the order of the time that the signal handler took. They stand anywhere in the file.
final class V1Samples {
    private final LongArrayList time = new LongArrayList();
    private final LongArrayList proc = new LongArrayList();
    private final LongArrayList goroutine = new LongArrayList();
    private final LongArrayList stack = new LongArrayList();
    private int[] order = {};

    void add(V1Decoder sample) {
        time.add(sample.args[0]);
        proc.add(sample.args[1]);
        goroutine.add(sample.args[2]);
        stack.add(sample.stack);
    }

    void sort() {
        order = new int[time.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        IntArrays.stableSort(order, (a, b) -> Long.compare(time.getLong(a), time.getLong(b)));
    }

    int size() {
        return time.size();
    }

    long time(int sample) {
        return time.getLong(order[sample]);
    }

    /// Number of the P, -1 when none.
    long proc(int sample) {
        return proc.getLong(order[sample]);
    }

    /// Raw id of the goroutine, 0 when none.
    long goroutine(int sample) {
        return goroutine.getLong(order[sample]);
    }

    /// Raw id of the stack.
    long stack(int sample) {
        return stack.getLong(order[sample]);
    }
}
