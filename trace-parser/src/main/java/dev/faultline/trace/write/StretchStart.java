package dev.faultline.trace.write;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.GoStatus;
import dev.faultline.trace.format.ProcStatus;
import dev.faultline.trace.order.GenerationReplay;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/// What was so at the moment in a generation at which a stretch begins, told the way in which the runtime begins a
/// generation: statuses of Ps and goroutines, ranges that are under way, values of metrics.
final class StretchStart {
    private final GenerationReplay replay;
    private final boolean statusHasStack;
    private final IntOpenHashSet sweeping = new IntOpenHashSet();
    private final IntOpenHashSet assisting = new IntOpenHashSet();
    /// By goroutine: where it was last, 0 when unknown.
    private long[] stacks = new long[64];
    private long marking = -1;
    private long procs = -1;
    private long heap = -1;
    private long goal = -1;
    private long goroutines;
    private long waiting;

    /// @param minor version of the trace
    StretchStart(GenerationReplay replay, int minor) {
        this.replay = replay;
        statusHasStack = minor >= EventType.GO_STATUS_STACK.since();
    }

    /// Takes note of an event before the stretch.
    void note(BatchCursor e) {
        int subject = replay.subject();
        switch (e.type()) {
            case GO_CREATE, GO_CREATE_BLOCKED -> setStack(subject, e.arg1());
            case GO_CREATE_SYSCALL, GO_STATUS -> setStack(subject, 0);
            case GC_SWEEP_BEGIN, GC_SWEEP_ACTIVE -> sweeping.add(subject);
            case GC_SWEEP_END -> sweeping.remove(subject);
            case GC_MARK_ASSIST_ACTIVE -> assisting.add(subject);
            case GC_MARK_ASSIST_END -> assisting.remove(subject);
            case GC_BEGIN, GC_ACTIVE -> marking = e.arg0();
            case GC_END -> marking = -1;
            case PROCS_CHANGE -> procs = e.arg0();
            case HEAP_ALLOC -> heap = e.arg0();
            case HEAP_GOAL -> goal = e.arg0();
            default -> {
                if (e.type() == EventType.GC_MARK_ASSIST_BEGIN) {
                    assisting.add(subject);
                }
                int own = ArgKinds.ownStack(e.typeId());
                if (own >= 0 && subject >= 0) {
                    setStack(subject, arg(e, own));
                }
            }
        }
    }

    private static long arg(BatchCursor e, int index) {
        return switch (index) {
            case 0 -> e.arg0();
            case 1 -> e.arg1();
            case 2 -> e.arg2();
            default -> e.arg3();
        };
    }

    private void setStack(int goroutine, long stack) {
        if (goroutine >= stacks.length) {
            stacks = Arrays.copyOf(stacks, Math.max(goroutine + 1, 2 * stacks.length));
        }
        stacks[goroutine] = stack;
    }

    /// Events that [#tell] writes, at the most.
    long events() {
        return 2L * replay.goroutines() + 2L * replay.procBound() + 4;
    }

    /// Writes all of it, at time 0.
    void tell(EventWriter to) {
        long time = 0;
        IntOpenHashSet toldProcs = new IntOpenHashSet();
        IntOpenHashSet told = new IntOpenHashSet();
        long[] ids = replay.goroutineIds();
        int metrics = -1;
        for (int m = 0; m < replay.threads(); m++) {
            int p = replay.procOn(m);
            if (p >= 0 && toldProcs.add(p)) {
                proc(to, time, m, p, replay.procStatus(p));
            }
            int g = replay.goroutineOn(m);
            if (g >= 0 && told.add(g)) {
                goroutine(to, time, m, g, ids[g]);
                metrics = p >= 0 && replay.goroutineStatus(g) == GoStatus.RUNNING.ordinal() ? m : metrics;
            }
        }
        for (int p = 0; p < replay.procBound(); p++) {
            int status = replay.procStatus(p);
            if (status != 0 && !toldProcs.contains(p)) {
                boolean lost = status == ProcStatus.SYSCALL.ordinal() || status == ProcStatus.ABANDONED.ordinal();
                proc(to, time, -1, p, (lost ? ProcStatus.ABANDONED : ProcStatus.IDLE).ordinal());
            }
        }
        for (int g = 0; g < ids.length; g++) {
            if (replay.goroutineStatus(g) != 0 && !told.contains(g)) {
                goroutine(to, time, -1, g, ids[g]);
            }
        }
        if (metrics >= 0) {
            metrics(to, time, metrics);
        }
        if (marking >= 0) {
            to.write(EventType.GC_ACTIVE, -1, time, marking);
        }
    }

    private void proc(EventWriter to, long time, int thread, int p, int status) {
        to.write(EventType.PROC_STATUS, thread, time, p, status);
        if (sweeping.contains(p)) {
            to.write(EventType.GC_SWEEP_ACTIVE, thread, time, p);
        }
    }

    private void goroutine(EventWriter to, long time, int thread, int g, long id) {
        int status = replay.goroutineStatus(g);
        boolean placed = status == GoStatus.RUNNING.ordinal() || status == GoStatus.SYSCALL.ordinal();
        int shown = placed && thread < 0 ? GoStatus.RUNNABLE.ordinal() : status;
        long on = thread >= 0 ? replay.threadIds()[thread] : Batch.NO_THREAD;
        long stack = g < stacks.length ? stacks[g] : 0;
        if (statusHasStack && stack != 0) {
            to.write(EventType.GO_STATUS_STACK, thread, time, id, on, shown, stack);
        } else {
            to.write(EventType.GO_STATUS, thread, time, id, on, shown);
        }
        if (assisting.contains(g)) {
            to.write(EventType.GC_MARK_ASSIST_ACTIVE, thread, time, id);
        }
        goroutines++;
        waiting += shown == GoStatus.WAITING.ordinal() ? 1 : 0;
    }

    /// The values that hold; those that this generation has not told are not known.
    private void metrics(EventWriter to, long time, int thread) {
        if (procs >= 0) {
            to.write(EventType.PROCS_CHANGE, thread, time, procs, 0);
        }
        if (heap >= 0) {
            to.write(EventType.HEAP_ALLOC, thread, time, heap);
        }
        if (goal >= 0) {
            to.write(EventType.HEAP_GOAL, thread, time, goal);
        }
    }

    /// Goroutines that were told of.
    long goroutines() {
        return goroutines;
    }

    /// How many of them wait.
    long waiting() {
        return waiting;
    }
}
