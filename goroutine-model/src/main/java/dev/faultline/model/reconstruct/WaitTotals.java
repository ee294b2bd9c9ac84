package dev.faultline.model.reconstruct;

import java.util.Arrays;

/// Waiting time by goroutine and cause. Most goroutines wait for one or two causes, so each has a short linked list of
/// nodes instead of a row of a table; the head stands in [GoroutineColumns#waits], node 0 is the end.
final class WaitTotals {
    int[] cause = new int[1024];
    int[] next = new int[1024];
    long[] ns = new long[1024];
    int nodes = 1;

    /// Adds a wait to the list that begins at `head` and returns the list's head.
    int add(int head, int waitCause, long duration) {
        for (int node = head; node != 0; node = next[node]) {
            if (cause[node] == waitCause) {
                ns[node] += duration;
                return head;
            }
        }
        if (nodes == cause.length) {
            int size = nodes + (nodes >> 1);
            cause = Arrays.copyOf(cause, size);
            next = Arrays.copyOf(next, size);
            ns = Arrays.copyOf(ns, size);
        }
        cause[nodes] = waitCause;
        next[nodes] = head;
        ns[nodes] = duration;
        return nodes++;
    }

    int next(int node) {
        return next[node];
    }

    /// See [WaitReasons].
    int cause(int node) {
        return cause[node];
    }

    long ns(int node) {
        return ns[node];
    }
}
