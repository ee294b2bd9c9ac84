package dev.faultline.trace.event;

/// Dense indices for the sparse 64-bit ids of goroutines or threads, in order of first appearance.
public interface Ids {
    int size();

    /// The id as the program had it.
    long id(int index);

    /// The index of an id, or -1.
    int indexOf(long id);
}
