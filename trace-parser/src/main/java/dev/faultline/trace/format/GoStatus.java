package dev.faultline.trace.format;

/// What a goroutine is doing. The ordinal is the number in `GO_STATUS` events and in column a of their rows. Source:
/// Go 1.27, internal/trace/tracev2/events.go.
public enum GoStatus {
    /// Not created yet, or exited; never on the wire.
    NOT_EXISTING,
    /// Could run and has no P.
    RUNNABLE,
    /// Runs on a P.
    RUNNING,
    /// Is in a system call or in C.
    SYSCALL,
    /// Is blocked.
    WAITING
}
