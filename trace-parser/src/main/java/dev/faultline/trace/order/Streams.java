package dev.faultline.trace.order;

import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TraceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The streams of events of a generation: one for each thread in the order of appearance; batches without thread are one
/// more.
final class Streams {
    private final List<BatchCursor> cursors = new ArrayList<>();
    private long firstEvent = Long.MAX_VALUE;

    /// @param threads gets the writers
    Streams(TraceFile file, RawGeneration generation, Threads threads) {
        Map<Long, BatchCursor> byThread = new HashMap<>();
        for (Batch batch : generation.batches()) {
            if (batch.kind() == Batch.Kind.EVENTS) {
                long id = batch.thread();
                BatchCursor cursor = byThread.get(id);
                if (cursor == null) {
                    int thread = id == Batch.NO_THREAD ? Threads.NONE : threads.add(id);
                    cursor = new BatchCursor(file, generation.number(), generation.maxTime(), id, thread);
                    byThread.put(id, cursor);
                    cursors.add(cursor);
                }
                cursor.add(batch);
            }
        }
    }

    /// All streams with their first events. Single use.
    Frontier frontier() {
        Frontier frontier = new Frontier(cursors.size());
        for (BatchCursor cursor : cursors) {
            if (cursor.next()) {
                cursor.takeHole(); // nothing is known of the thread yet
                frontier.add(cursor);
                if (cursor.thread() >= 0) {
                    firstEvent = Math.min(firstEvent, cursor.time());
                }
            }
        }
        return frontier;
    }

    /// Time of the earliest event of a thread, in clock units; the largest time when there is none. Known once the
    /// frontier was made.
    long firstEvent() {
        return firstEvent;
    }

    List<BatchCursor> cursors() {
        return cursors;
    }
}
