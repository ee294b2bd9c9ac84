package dev.faultline.trace.event;

import dev.faultline.trace.format.EventType;

/// The ordered events of a trace in columns. Rows are numbered from 0 in the one true order; time places a row, its
/// number orders it: times never decrease for one goroutine, one P or one thread, but may between them.
///
/// Meaning of `subject`, `stack` and the arguments by type (all other columns are 0, ids are global and checked):
///
/// | type | subject | stack | a | b | c |
/// |---|---|---|---|---|---|
/// | PROCS_CHANGE | - | caller's | procs | | |
/// | PROC_START, PROC_STOP | the P | | | | |
/// | PROC_STEAL | the P | | index of the robbed thread, -1 when none | | |
/// | PROC_STATUS | the P | | 1 running, 2 idle, 3 syscall, 4 abandoned | | |
/// | GO_CREATE, GO_CREATE_BLOCKED | new goroutine | creation site | entry stack id | | |
/// | GO_CREATE_SYSCALL | new goroutine | | | | |
/// | GO_START, GO_SWITCH, GO_SWITCH_DESTROY | goroutine that runs now | | | | |
/// | GO_UNBLOCK | goroutine that may run now | the waker's | | | |
/// | GO_STOP, GO_BLOCK | the goroutine itself | its own | reason, string id | | |
/// | GO_DESTROY, GO_DESTROY_SYSCALL, GO_SYSCALL_END, GO_SYSCALL_END_BLOCKED | the goroutine itself | | | | |
/// | GO_SYSCALL_BEGIN | the goroutine itself | its own | | | |
/// | GO_STATUS, GO_STATUS_STACK | the goroutine | its own | 1 runnable, 2 running, 3 syscall, 4 waiting | thread index or -1 | |
/// | STW_BEGIN, STW_END | the goroutine itself | its own (begin) | kind, string id (both) | | |
/// | GC_ACTIVE, GC_BEGIN, GC_END | - | caller's (begin) | sequence number | | |
/// | GC_SWEEP_ACTIVE, GC_SWEEP_BEGIN, GC_SWEEP_END | the P | begin | bytes swept (end) | bytes reclaimed (end) | |
/// | GC_MARK_ASSIST_* | the goroutine | begin | | | |
/// | HEAP_ALLOC, HEAP_GOAL | - | | bytes | | |
/// | GO_LABEL | the goroutine itself | | label, string id | | |
/// | USER_TASK_BEGIN | - | its own | task | parent | name, string id |
/// | USER_TASK_END | - | its own | task | | |
/// | USER_REGION_BEGIN, USER_REGION_END | the goroutine itself | its own | task | name, string id | |
/// | USER_LOG | the goroutine itself | its own | task | category, string id | message, string id |
/// | CPU_SAMPLE | the sampled goroutine or -1 | sampled | | | |
/// | experimental 128 to 136 | - | | first | second | third argument |
///
/// `thread`, `proc` and `goroutine` are the context: what the writing thread held just before the event took effect.
/// A status event (GO_STATUS*, PROC_STATUS, *_ACTIVE) states what was so since its generation began; where it stood in a
/// batch without thread its time is the generation's start.
public interface EventStore {
    /// Number of rows.
    int size();

    EventType type(int row);

    /// Nanoseconds since the trace's first event; negative never.
    long time(int row);

    /// Index of the thread (see Trace.threads()), -1 when none.
    int thread(int row);

    /// Number of the P, -1 when none.
    int proc(int row);

    /// Index of the context goroutine (see Trace.goroutines()), -1 when none.
    int goroutine(int row);

    /// Index of the goroutine or number of the P that the event is about, -1 when none.
    int subject(int row);

    /// Global stack id, 0 when none.
    int stack(int row);

    long a(int row);

    long b(int row);

    long c(int row);

    /// A reader that walks rows `from` (inclusive) to `to` (exclusive) much faster than the getters do.
    EventCursor cursor(int from, int to);
}
