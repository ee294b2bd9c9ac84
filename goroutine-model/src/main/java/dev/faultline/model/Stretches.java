package dev.faultline.model;

import dev.faultline.trace.column.Sorted;

/// Stretches of time that do not overlap, in time order, gaps allowed. Times are nanoseconds since the trace's first event.
public interface Stretches {
    /// How many there are; each is named by its number from 0 on.
    int size();

    /// When one begins.
    long start(int i);

    /// When it ends: not before its start and not after the next start.
    long end(int i);

    /// The first stretch that ends after `ns`, [#size()] when none does. Takes logarithmic time.
    default int firstEndingAfter(long ns) {
        return firstEndingAfter(ns, 0, size());
    }

    /// The same among those from one number up to another, exclusive; `to` when none does.
    default int firstEndingAfter(long ns, int from, int to) {
        return Sorted.first(from, to, i -> end(i) > ns);
    }
}
