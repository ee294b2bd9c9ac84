package dev.faultline.trace.v1;

import java.lang.foreign.MemorySegment;

/// Walks the timed events of all Ps, each P on its own. One decoder serves them all; what it decoded last is at hand in
/// [#in], the rest in columns by chain number (see [V1Batches]).
final class V1Stream {
    /// No goroutine.
    static final long NOBODY = 0;

    final V1Decoder in;
    private final V1Batches batches;
    private final int[] batch;
    private final long[] at;
    private final long[] time;
    private final long[] sequence;
    private final long[] current;
    private final long[] before;

    V1Stream(MemorySegment bytes, int minor, V1Batches batches) {
        this.in = new V1Decoder(bytes, minor);
        this.batches = batches;
        int procs = batches.procCount();
        this.batch = new int[procs];
        this.at = new long[procs];
        this.time = new long[procs];
        this.sequence = new long[procs];
        this.current = new long[procs];
        this.before = new long[procs];
        for (int p = 0; p < procs; p++) {
            enter(p, batches.first(p));
        }
    }

    /// Decodes the next timed event of a P; false behind its last one.
    boolean next(int p) {
        while (batch[p] != V1Batches.NONE) {
            while (at[p] < batches.to(batch[p])) {
                in.at = at[p];
                in.next();
                at[p] = in.at;
                if (in.type.isTimed() && in.type != V1Type.CPU_SAMPLE) {
                    time[p] += in.time;
                    sequence[p] += in.sequence;
                    follow(p);
                    return true;
                }
            }
            enter(p, batches.next(batch[p]));
        }
        return false;
    }

    /// Time of the P's last event in clock units.
    long time(int p) {
        return time[p];
    }

    /// Sequence number of the P's last event, before version 7.
    long sequence(int p) {
        return sequence[p];
    }

    /// Raw id of the goroutine that the P's last event belongs to: of a start the one that starts, of a stop the one
    /// that stops, of a return from a system call the one that returns; else the one that runs.
    long goroutine(int p) {
        return before[p];
    }

    int proc(int p) {
        return batches.proc(p);
    }

    private void enter(int p, int next) {
        batch[p] = next;
        if (next != V1Batches.NONE) {
            at[p] = batches.from(next);
            time[p] = batches.time(next);
            sequence[p] = batches.sequence(next);
            if (batches.broken(next)) {
                current[p] = NOBODY;
            }
        }
    }

    private void follow(int p) {
        before[p] = current[p];
        switch (in.type) {
            case GO_START, GO_START_LOCAL, GO_START_LABEL -> {
                current[p] = in.args[0];
                before[p] = in.args[0];
            }
            case GO_END, GO_STOP, GO_SCHED, GO_PREEMPT, GO_SLEEP, GO_BLOCK, GO_BLOCK_SEND, GO_BLOCK_RECV,
                    GO_BLOCK_SELECT, GO_BLOCK_SYNC, GO_BLOCK_COND, GO_BLOCK_NET, GO_SYS_BLOCK, GO_BLOCK_GC ->
                current[p] = NOBODY;
            case GO_SYS_EXIT, GO_SYS_EXIT_LOCAL, GO_WAITING, GO_IN_SYSCALL -> before[p] = in.args[0];
            default -> {
                // the goroutine goes on
            }
        }
    }
}
