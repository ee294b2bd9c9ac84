package dev.faultline.trace.v1;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.progress.Phase;

/// Writes the ordered events as Go 1.22 and later would have written them. The differences:
///
/// - Goroutines from before the trace are told by a status, not by a creation. The status also carries the stack with
///   the entry function, which later formats do not have (column c).
/// - A P that is mentioned for the first time is told by a status.
/// - A short system call has no end; it gets one a nanosecond later. One that blocks ends when its true time says.
/// - A goroutine that stops for good blocks `forever`; the other reasons are told in today's words.
///
/// Source: Go 1.27, internal/trace/tracev1.go. Returns from system calls and CPU samples are woven in by their time.
final class V1Emitter {
    private static final int PROGRESS_EVENTS = 1 << 16;
    private static final int FIRST_WITHOUT_NUMBER = 7;

    private final V1Stream stream;
    private final V1Index index;
    private final V1Order order;
    private final V1Out out;
    private final V1Goroutines goroutines;
    private final V1Runtime runtime;
    private int exit;
    private int written;
    private int sample;

    V1Emitter(V1Stream stream, V1Index index, V1Order order, V1Out out) {
        this.stream = stream;
        this.index = index;
        this.order = order;
        this.out = out;
        this.goroutines = new V1Goroutines(out, order.blocked());
        this.runtime = new V1Runtime(out, index.batches.procCount());
    }

    /// Writes all rows.
    void run(V1Watch watch) {
        boolean numbered = out.minor < FIRST_WITHOUT_NUMBER;
        long position = 0;
        long key = Long.MIN_VALUE;
        for (int run = 0; run < order.runProc.size(); run++) {
            int p = order.runProc.getInt(run);
            for (int i = order.runLength.getInt(run); i > 0; i--) {
                stream.next(p);
                key = Math.max(key, numbered ? stream.sequence(p) : stream.time(p));
                weave(key, position, stream.time(p));
                if (written < order.exits.size() && order.exits.writtenAt(written) == position) {
                    written++;
                } else {
                    event(p);
                }
                position++;
                if (position % PROGRESS_EVENTS == 0) {
                    watch.at(Phase.STORING, position, index.events);
                }
            }
        }
        weave(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /// Writes what comes before an event but does not stand before it in its P's stream.
    private void weave(long key, long position, long time) {
        for (; exit < order.exits.size() && order.exits.before(exit, key, position); exit++) {
            goroutines.exitSyscall(out.goroutines.add(order.exits.goroutine(exit)), order.exits.time(exit));
        }
        for (; sample < index.samples.size() && index.samples.time(sample) < time; sample++) {
            runtime.sample(index.samples, sample);
        }
    }

    private void event(int p) {
        out.turnTo(p, runtime.threadOf(p));
        V1Type type = stream.in.type;
        if (out.snapshot.isOpen() && endsSnapshot(type)) {
            goroutines.endSnapshot();
            if (type == V1Type.GOMAXPROCS) {
                return; // only marks the end of the snapshot
            }
        }
        switch (type) {
            case GO_CREATE -> goroutines.create();
            case GO_START, GO_START_LOCAL, GO_START_LABEL -> goroutines.start();
            case GO_END -> goroutines.end();
            case GO_STOP -> goroutines.block("forever");
            case GO_SCHED -> goroutines.stop("runtime.Gosched");
            case GO_PREEMPT -> goroutines.stop("preempted");
            case GO_SLEEP -> goroutines.block("sleep");
            case GO_BLOCK -> goroutines.block("");
            case GO_BLOCK_SEND -> goroutines.block("chan send");
            case GO_BLOCK_RECV -> goroutines.block("chan receive");
            case GO_BLOCK_SELECT -> goroutines.block("select");
            case GO_BLOCK_SYNC -> goroutines.block("sync");
            case GO_BLOCK_COND -> goroutines.block("sync.(*Cond).Wait");
            case GO_BLOCK_NET -> goroutines.block("network");
            case GO_BLOCK_GC -> goroutines.block("GC mark assist wait for work");
            case GO_UNBLOCK, GO_UNBLOCK_LOCAL -> goroutines.unblock();
            case GO_SYS_CALL -> goroutines.syscall();
            case GO_SYS_EXIT, GO_SYS_EXIT_LOCAL -> goroutines.exitSyscall(out.self(), stream.time(p));
            case GO_WAITING -> goroutines.existed(V1Out.WAITING);
            case GO_IN_SYSCALL -> goroutines.existed(V1Out.SYSCALL);
            default -> runtimeEvent(p, type);
        }
    }

    private void runtimeEvent(int p, V1Type type) {
        switch (type) {
            case GOMAXPROCS -> runtime.procsChange();
            case PROC_START -> runtime.startProc(p);
            case PROC_STOP -> runtime.stopProc(p);
            case GC_START -> runtime.startCollection();
            case GC_DONE -> runtime.endCollection();
            case STW_START -> runtime.stopWorld(p);
            case STW_DONE -> runtime.startWorld(p);
            case GC_SWEEP_START -> runtime.startSweep();
            case GC_SWEEP_DONE -> runtime.endSweep();
            case GC_MARK_ASSIST_START -> runtime.assist(EventType.GC_MARK_ASSIST_BEGIN);
            case GC_MARK_ASSIST_DONE -> runtime.assist(EventType.GC_MARK_ASSIST_END);
            case HEAP_ALLOC -> runtime.heap(EventType.HEAP_ALLOC);
            case HEAP_GOAL -> runtime.heap(EventType.HEAP_GOAL);
            case USER_TASK_CREATE -> runtime.startTask();
            case USER_TASK_END -> runtime.endTask();
            case USER_REGION -> runtime.region();
            case USER_LOG -> runtime.log();
            default -> {
                // the system call's own row tells that it blocks, and old tools drop futile wake-ups
            }
        }
    }

    /// The first Gomaxprocs event ends the snapshot; where it is lost, the first event of a goroutine that goes on.
    private static boolean endsSnapshot(V1Type type) {
        return switch (type) {
            case GOMAXPROCS, GO_END, GO_STOP, GO_SCHED, GO_PREEMPT, GO_SLEEP, GO_BLOCK, GO_BLOCK_SEND, GO_BLOCK_RECV,
                    GO_BLOCK_SELECT, GO_BLOCK_SYNC, GO_BLOCK_COND, GO_BLOCK_NET, GO_BLOCK_GC, GO_UNBLOCK,
                    GO_UNBLOCK_LOCAL, GO_SYS_CALL ->
                true;
            default -> false;
        };
    }
}
