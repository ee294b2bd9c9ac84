package dev.faultline.trace.write;

import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.format.Limits;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The events of one thread of a generation, put into batches.
final class ThreadStream {
    private static final int LONGEST_EVENT = 1 + Limits.EVENT_VALUES * Limits.VARINT_BYTES;

    private final long thread;
    private final List<WireBuffer> payloads = new ArrayList<>();
    private final LongArrayList times = new LongArrayList();
    private WireBuffer payload = new WireBuffer();
    private long last = Long.MIN_VALUE;

    /// @param thread id, or none
    ThreadStream(long thread) {
        this.thread = thread;
    }

    /// Adds an event, not earlier than the one before it.
    ///
    /// @param time in clock units
    /// @param args as many as events of the type have count
    void event(int type, long time, long... args) {
        if (payloads.isEmpty() || payload.size() > Limits.BATCH_BYTES - LONGEST_EVENT) {
            last = Math.max(last, time);
            payload = new WireBuffer();
            payloads.add(payload);
            times.add(last);
        }
        payload.u8(type).varint(Math.max(0, time - last));
        for (int i = 0; i < EventTable.timedArgs(type); i++) {
            payload.varint(args[i]);
        }
        last = Math.max(last, time);
    }

    /// Moves all events so far, which happened at one time, to another.
    void moveTo(long time) {
        for (int i = 0; i < times.size(); i++) {
            times.set(i, time);
        }
        last = time;
    }

    void writeTo(TraceOutput out, long generation) throws IOException {
        for (int i = 0; i < payloads.size(); i++) {
            out.batch(generation, thread, times.getLong(i), payloads.get(i));
        }
    }
}
