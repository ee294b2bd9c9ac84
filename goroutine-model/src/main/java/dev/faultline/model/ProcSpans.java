package dev.faultline.model;

/// What ran on one P (or thread): intervals in time order, with gaps where it was idle.
public interface ProcSpans extends Stretches {
    int proc();

    /// Index of the goroutine that ran or sat in a system call, -1 when the P was held by the scheduler itself.
    int goroutine(int span);

    GoState state(int span);
}
