package dev.faultline.trace.v1;

import dev.faultline.trace.event.RowWriter;
import dev.faultline.trace.format.EventType;
import java.util.Arrays;
import java.util.BitSet;

/// Rows of events about Ps, garbage collection, pauses, the heap and the user's annotations.
final class V1Runtime {
    private static final int NONE = V1Out.NONE;
    private static final int PROC_RUNNING = 1;
    private static final int PROC_IDLE = 2;
    private static final int FIRST_WITH_NUMBERED_GC = 7;
    /// Before, the same events mean a phase of scanning that stops nothing.
    private static final int FIRST_WITH_PAUSES = 7;
    /// Before, each P tells of its own part of the pause.
    private static final int FIRST_WITH_WHOLE_PAUSES = 10;

    private final V1Out out;
    private final V1Decoder in;
    private final int[] threadOf;
    private final boolean[] seen;
    /// Before version 10: the Ps that take part in the present pause.
    private final BitSet stopped = new BitSet();
    private long collections;
    private int stopReason;

    V1Runtime(V1Out out, int procCount) {
        this.out = out;
        this.in = out.in;
        this.threadOf = new int[procCount];
        Arrays.fill(threadOf, NONE);
        this.seen = new boolean[procCount];
    }

    /// Index of the thread that holds the P of a chain, -1 when unknown.
    int threadOf(int p) {
        return threadOf[p];
    }

    void startProc(int p) {
        threadOf[p] = out.threads.add(in.args[0]);
        out.turnTo(p, threadOf[p]);
        if (seen[p]) {
            out.rowOfProc(EventType.PROC_START, NONE).context(out.thread(), NONE, NONE).subject(out.proc());
        } else {
            mention(p, PROC_RUNNING);
        }
    }

    void stopProc(int p) {
        if (seen[p]) {
            out.row(EventType.PROC_STOP).subject(out.proc());
        } else {
            mention(p, PROC_IDLE);
        }
        threadOf[p] = NONE;
    }

    private void mention(int p, int status) {
        seen[p] = true;
        out.rowOfProc(EventType.PROC_STATUS, NONE)
                .context(out.thread(), NONE, NONE)
                .subject(out.proc())
                .a(status);
    }

    void procsChange() {
        out.row(EventType.PROCS_CHANGE).subject(NONE).stack(stack()).a(in.args[0]);
    }

    void startCollection() {
        collections = out.minor >= FIRST_WITH_NUMBERED_GC ? in.args[0] : collections + 1;
        out.row(EventType.GC_BEGIN).subject(NONE).stack(stack()).a(collections);
    }

    void endCollection() {
        out.row(EventType.GC_END).subject(NONE).a(collections);
    }

    /// A pause begins: before version 10 with the first P that says so, as each P writes its own part.
    void stopWorld(int p) {
        boolean ofEachProc = out.minor < FIRST_WITH_WHOLE_PAUSES;
        if (out.minor < FIRST_WITH_PAUSES || ofEachProc && joins(p)) {
            return;
        }
        stopReason = out.names.strings.intern(V1Stop.reason(out.minor, in.args[0]));
        out.row(EventType.STW_BEGIN).subject(ofEachProc ? NONE : out.self()).a(stopReason);
    }

    /// Whether a pause goes on already that the P has not been in. One that the P was in has lost its end.
    private boolean joins(int p) {
        boolean begun = !stopped.isEmpty();
        if (begun && stopped.get(p)) {
            stopped.clear();
            endPause();
            begun = false;
        }
        stopped.set(p);
        return begun;
    }

    /// The pause ends: before version 10 with the last P that says so.
    void startWorld(int p) {
        boolean ofEachProc = out.minor < FIRST_WITH_WHOLE_PAUSES;
        boolean took = stopped.get(p);
        stopped.clear(p);
        if (out.minor >= FIRST_WITH_PAUSES && (!ofEachProc || took && stopped.isEmpty())) {
            endPause();
        }
    }

    private void endPause() {
        boolean ofEachProc = out.minor < FIRST_WITH_WHOLE_PAUSES;
        out.row(EventType.STW_END).subject(ofEachProc ? NONE : out.self()).a(stopReason);
    }

    void startSweep() {
        out.row(EventType.GC_SWEEP_BEGIN).subject(out.proc()).stack(stack());
    }

    void endSweep() {
        out.row(EventType.GC_SWEEP_END).subject(out.proc()).a(in.args[0]).b(in.args[1]);
    }

    void assist(EventType type) {
        if (out.self() == NONE) {
            out.skip();
        } else {
            out.introduce(out.self(), V1Out.RUNNING);
            out.row(type).subject(out.self()).stack(stack());
        }
    }

    void heap(EventType type) {
        out.row(type).subject(NONE).a(in.args[0]);
    }

    void startTask() {
        out.row(EventType.USER_TASK_BEGIN)
                .subject(NONE)
                .stack(stack())
                .a(in.args[0])
                .b(in.args[1])
                .c(out.names.string(in.args[2]));
    }

    void endTask() {
        out.row(EventType.USER_TASK_END).subject(NONE).stack(stack()).a(in.args[0]);
    }

    void region() {
        if (out.self() == NONE || in.args[1] < 0 || in.args[1] > 1) {
            out.skip();
            return;
        }
        out.introduce(out.self(), V1Out.RUNNING);
        EventType type = in.args[1] == 0 ? EventType.USER_REGION_BEGIN : EventType.USER_REGION_END;
        out.row(type).subject(out.self()).stack(stack()).a(in.args[0]).b(out.names.string(in.args[2]));
    }

    void log() {
        int category = out.names.string(in.args[1]);
        int message = out.names.text(in.bodyAt, in.bodySize);
        out.row(EventType.USER_LOG)
                .subject(out.self())
                .stack(stack())
                .a(in.args[0])
                .b(category)
                .c(message);
    }

    void sample(V1Samples samples, int sample) {
        long id = samples.goroutine(sample);
        int g = id == V1Stream.NOBODY ? NONE : out.goroutines.indexOf(id);
        long proc = samples.proc(sample);
        RowWriter row = out.rowAnywhere(EventType.CPU_SAMPLE, samples.time(sample));
        row.context(NONE, proc >= 0 && proc < V1Limits.PROCS ? (int) proc : NONE, g)
                .subject(g)
                .stack(out.names.stack(samples.stack(sample)));
    }

    private int stack() {
        return out.names.stack(in.stack);
    }
}
