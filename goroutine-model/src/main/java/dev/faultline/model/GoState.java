package dev.faultline.model;

/// What a goroutine is doing, as people see it.
public enum GoState {
    /// Before it was created, or after its end.
    NOT_EXISTING("not existing"),
    /// Ready to run, waiting for a P.
    RUNNABLE("runnable"),
    /// On a P.
    RUNNING("running"),
    /// In a system call or a cgo call.
    SYSCALL("syscall"),
    /// Blocked; [WaitKind] tells on what.
    WAITING("waiting");

    private final String label;

    GoState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
