package dev.faultline.views.flame;

/// What a flame graph is about.
public enum Measure {
    /// Time in which goroutines waited, by what they waited for and where.
    BLOCKED("Blocked", "all waits", "No user goroutine waited in this time."),
    /// Time on a P, by the stack at which the goroutine next stopped: the trace shows no other.
    RUNNING("Running", "all running", "No user goroutine ran in this time."),
    /// Time in the run queue.
    RUNNABLE("Runnable", "all in the run queue", "No user goroutine stood in the run queue in this time."),
    /// Time in system calls.
    SYSCALL("System calls", "all system calls", "No user goroutine made a system call that the trace shows in this time."),
    /// The part of it in functions of C.
    C_CALLS("C calls", "all C calls", "The trace shows no call of a function of C in this time."),
    /// Time of mark assists, by where the goroutine allocated.
    ASSISTS("GC assists", "all mark assists", "No goroutine had to assist the GC in this time."),
    /// Goroutines that were created, by where.
    CREATION("Creation", "all created goroutines", "No goroutine was created in this time."),
    /// Where goroutines ran, by CPU samples.
    CPU("CPU samples", "all samples", "No CPU samples: CPU profiling was off while the trace was recorded.");

    private final String label;
    private final String root;
    private final String nothing;

    Measure(String label, String root, String nothing) {
        this.label = label;
        this.root = root;
        this.nothing = nothing;
    }

    public String label() {
        return label;
    }

    /// What the box of all is called.
    String root() {
        return root;
    }

    /// Why there is nothing to see, as a sentence.
    public String nothing() {
        return nothing;
    }

    FlameTree.Unit unit() {
        return switch (this) {
            case CPU -> FlameTree.Unit.SAMPLES;
            case CREATION -> FlameTree.Unit.GOROUTINES;
            case BLOCKED, RUNNING, RUNNABLE, SYSCALL, C_CALLS, ASSISTS -> FlameTree.Unit.TIME;
        };
    }
}
