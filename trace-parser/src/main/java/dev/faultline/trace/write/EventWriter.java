package dev.faultline.trace.write;

import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.order.GenerationReplay;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;
import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import java.io.IOException;
import java.util.Arrays;

/// Writes the events of a generation again, thread by thread. Sequence numbers are counted anew: they begin where the status
/// of a goroutine or P is told, or with its creation.
final class EventWriter {
    private final GenerationReplay replay;
    private final NameTables names;
    private final Int2ObjectLinkedOpenHashMap<ThreadStream> streams = new Int2ObjectLinkedOpenHashMap<>();
    private final long[] args = new long[4];
    private long[] goroutineSequence = new long[64];
    private long[] procSequence = new long[64];

    EventWriter(GenerationReplay replay, NameTables names) {
        this.replay = replay;
        this.names = names;
    }

    /// Writes an event of one's own.
    ///
    /// @param thread index, -1 for none
    /// @param time in clock units
    void write(EventType type, int thread, long time, long... values) {
        System.arraycopy(values, 0, args, 0, values.length);
        put(type.id(), thread, time);
    }

    /// Writes an event as it is, but for sequence numbers.
    void copy(BatchCursor e, long time) {
        load(e);
        int subject = replay.subject();
        switch (e.type()) {
            case PROC_STATUS -> setProcSequence(subject, 0);
            case PROC_START, PROC_STEAL -> args[1] = nextOfProc(subject);
            case GO_SYSCALL_BEGIN -> args[0] = nextOfProc(replay.contextProc());
            case GO_STATUS, GO_STATUS_STACK, GO_CREATE, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL ->
                setGoroutineSequence(subject, 0);
            case GO_START, GO_UNBLOCK, GO_SWITCH, GO_SWITCH_DESTROY -> args[1] = nextOfGoroutine(subject);
            default -> {
                // has none
            }
        }
        put(e.typeId(), e.thread(), time);
    }

    /// Writes a status as it is.
    ///
    /// @param thread index of the thread to write it for, -1 for none
    void copyStatus(BatchCursor e, int thread, long time) {
        load(e);
        put(e.typeId(), thread, time);
    }

    /// Moves all events so far, which happened at one time, to another.
    void moveTo(long time) {
        streams.values().forEach(s -> s.moveTo(time));
    }

    private void load(BatchCursor e) {
        args[0] = e.arg0();
        args[1] = e.arg1();
        args[2] = e.arg2();
        args[3] = e.arg3();
    }

    private void put(int type, int thread, long time) {
        names.refer(type, args, EventTable.timedArgs(type));
        ThreadStream stream = streams.get(thread);
        if (stream == null) {
            stream = new ThreadStream(thread < 0 ? Batch.NO_THREAD : replay.threadIds()[thread]);
            streams.put(thread, stream);
        }
        stream.event(type, time, args);
    }

    private long nextOfGoroutine(int g) {
        setGoroutineSequence(g, g < goroutineSequence.length ? goroutineSequence[g] + 1 : 1);
        return goroutineSequence[g];
    }

    private long nextOfProc(int p) {
        if (p < 0) {
            return 0;
        }
        setProcSequence(p, p < procSequence.length ? procSequence[p] + 1 : 1);
        return procSequence[p];
    }

    private void setGoroutineSequence(int g, long value) {
        if (g >= goroutineSequence.length) {
            goroutineSequence = Arrays.copyOf(goroutineSequence, Math.max(g + 1, 2 * goroutineSequence.length));
        }
        goroutineSequence[g] = value;
    }

    private void setProcSequence(int p, long value) {
        if (p >= procSequence.length) {
            procSequence = Arrays.copyOf(procSequence, Math.max(p + 1, 2 * procSequence.length));
        }
        procSequence[p] = value;
    }

    void writeTo(TraceOutput out, long generation) throws IOException {
        for (ThreadStream stream : streams.values()) {
            stream.writeTo(out, generation);
        }
    }
}
