package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;
import java.util.Arrays;

/// The next events of all threads, the earliest first: a binary heap of cursors by time. Equal times are broken by the
/// order in which the threads appear in the file; what belongs to no thread comes first.
final class Frontier {
    private final BatchCursor[] heap;
    private int size;

    Frontier(int capacity) {
        heap = new BatchCursor[capacity];
    }

    int size() {
        return size;
    }

    void add(BatchCursor entry) {
        int at = size++;
        while (at > 0 && before(entry, heap[(at - 1) / 2])) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = entry;
    }

    /// The `i`-th cursor; 0 is the earliest, the others are in no order unless sorted.
    BatchCursor cursor(int i) {
        return heap[i];
    }

    /// Whether the first entry, whose event has changed, is still the earliest.
    boolean firstStays() {
        BatchCursor first = heap[0];
        return (size < 2 || before(first, heap[1])) && (size < 3 || before(first, heap[2]));
    }

    /// Puts the first entry, whose event has changed, in its place.
    void firstChanged() {
        siftDown(0);
    }

    /// Takes out the entry at `i`.
    void remove(int i) {
        BatchCursor last = heap[--size];
        if (i < size) {
            heap[i] = last;
            rebuild();
        }
    }

    /// Sorts all; what is sorted is still a heap.
    void sort() {
        Arrays.sort(heap, 0, size, (x, y) -> before(x, y) ? -1 : before(y, x) ? 1 : 0);
    }

    /// Restores the heap after the entry at `i` changed.
    void changed(int i) {
        siftDown(i);
        rebuild();
    }

    private void rebuild() {
        for (int i = size / 2 - 1; i >= 0; i--) {
            siftDown(i);
        }
    }

    private void siftDown(int from) {
        BatchCursor entry = heap[from];
        int at = from;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], entry)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = entry;
    }

    private static boolean before(BatchCursor x, BatchCursor y) {
        long s = x.time();
        long t = y.time();
        return s < t || s == t && x.thread() < y.thread();
    }
}
