package dev.faultline.model;

/// What a waiting goroutine waits for, in the groups that the views colour and the rules ask for.
public enum WaitKind {
    /// Not waiting at all.
    NONE("", Role.NONE),
    CHAN_SEND("chan send", Role.CHANNEL),
    CHAN_RECEIVE("chan receive", Role.CHANNEL),
    SELECT("select", Role.CHANNEL),
    /// Mutex, RWMutex, WaitGroup, semaphores: the trace does not tell them apart, the stack does.
    SYNC("sync", Role.SYNC),
    COND("sync.(*Cond).Wait", Role.SYNC),
    NETWORK("network", Role.NETWORK),
    SLEEP("sleep", Role.SLEEP),
    /// `select {}`, an operation on a nil channel: can never end.
    FOREVER("forever", Role.CHANNEL),
    /// Mark assist queue, sweeper, waiting for the end of a cycle.
    GC("GC", Role.OTHER),
    /// Idle goroutines of the runtime itself.
    SYSTEM("system goroutine wait", Role.OTHER),
    /// Source of a coroutine switch (`iter.Pull`).
    COROUTINE("coroutine switch", Role.OTHER),
    PREEMPTED("preempted", Role.OTHER),
    /// Known only from a status, and the stack does not tell either; or a reason that is new.
    UNKNOWN("unknown", Role.OTHER);

    /// Groups of wait kinds that share one colour.
    public enum Role {
        NONE, CHANNEL, SYNC, NETWORK, SLEEP, OTHER
    }

    private final String label;
    private final Role role;

    WaitKind(String label, Role role) {
        this.label = label;
        this.role = role;
    }

    public String label() {
        return label;
    }

    public Role role() {
        return role;
    }
}
