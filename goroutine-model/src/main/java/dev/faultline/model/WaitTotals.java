package dev.faultline.model;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/// Waiting time by goroutine and cause. Most goroutines wait for one or two causes, so each has a short linked list of
/// nodes instead of a row of a table; the head stands in [GoroutineColumns#waits], node 0 is the end.
final class WaitTotals {
    private final IntArrayList cause = new IntArrayList();
    private final IntArrayList next = new IntArrayList();
    private final LongArrayList ns = new LongArrayList();

    WaitTotals() {
        cause.add(0);
        next.add(0);
        ns.add(0);
    }

    /// Adds a wait to the list that begins at `head` and returns the list's head.
    int add(int head, int waitCause, long duration) {
        for (int node = head; node != 0; node = next.getInt(node)) {
            if (cause.getInt(node) == waitCause) {
                ns.set(node, ns.getLong(node) + duration);
                return head;
            }
        }
        cause.add(waitCause);
        next.add(head);
        ns.add(duration);
        return cause.size() - 1;
    }

    int next(int node) {
        return next.getInt(node);
    }

    /// See [WaitReasons].
    int cause(int node) {
        return cause.getInt(node);
    }

    long ns(int node) {
        return ns.getLong(node);
    }
}
