package dev.faultline.trace.format;

/// What a P is doing. The ordinal is the number in `PROC_STATUS` events and in column a of their rows. Source: Go 1.27,
/// internal/trace/tracev2/events.go.
public enum ProcStatus {
    /// Not mentioned yet; never on the wire.
    UNKNOWN,
    /// Held by a thread that runs Go code.
    RUNNING,
    /// Held by no thread.
    IDLE,
    /// Held by a thread in a system call; may be stolen.
    SYSCALL,
    /// In a system call whose thread is unknown or gone, about to be stolen.
    ABANDONED
}
