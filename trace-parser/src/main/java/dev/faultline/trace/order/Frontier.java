package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;
import java.util.Arrays;
import java.util.Comparator;

/// The next events of all threads, the earliest first: a binary heap of cursors by time.
///
/// Threads write at the same time every now and then. Which of them comes first is decided by nothing but the heap's
/// shape, so it is built and mended step by step as in Go's reader (internal/trace/batchcursor.go): both show the same
/// order.
final class Frontier {
    private final BatchCursor[] heap;
    private int size;

    Frontier(int capacity) {
        heap = new BatchCursor[capacity];
    }

    int size() {
        return size;
    }

    void add(BatchCursor cursor) {
        heap[size] = cursor;
        siftUp(size++);
    }

    /// The `i`-th cursor; 0 is the earliest, the others are in no order unless sorted.
    BatchCursor cursor(int i) {
        return heap[i];
    }

    /// Time of the earliest event but the first one's; the largest time when there is none. Until then the first stays
    /// first.
    long secondTime() {
        long second = size < 2 ? Long.MAX_VALUE : heap[1].time();
        return size < 3 ? second : Math.min(second, heap[2].time());
    }

    /// Puts the cursor at `i`, whose event has changed, in its place.
    void changed(int i) {
        if (siftUp(i) == i) {
            siftDown(i);
        }
    }

    /// Takes out the cursor at `i`.
    void remove(int i) {
        for (int at = i; at > 0; at = (at - 1) / 2) {
            heap[at] = heap[(at - 1) / 2];
        }
        heap[0] = heap[--size];
        siftDown(0);
    }

    /// Sorts all; what is sorted is still a heap.
    void sort() {
        Arrays.sort(heap, 0, size, Comparator.comparingLong(BatchCursor::time));
    }

    private int siftUp(int from) {
        BatchCursor cursor = heap[from];
        long time = cursor.time();
        int at = from;
        while (at > 0 && heap[(at - 1) / 2].time() > time) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = cursor;
        return at;
    }

    private void siftDown(int from) {
        BatchCursor cursor = heap[from];
        long time = cursor.time();
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            long earliest = heap[child].time();
            if (child + 1 < size && heap[child + 1].time() < earliest) {
                child++;
                earliest = heap[child].time();
            }
            if (earliest >= time) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = cursor;
    }
}
