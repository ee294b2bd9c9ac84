package dev.faultline.trace.write;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.GoStatus;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TraceFile;

/// The goroutines that exist when a generation begins.
///
/// @param goroutines how many
/// @param waiting how many of them wait
record Statuses(long goroutines, long waiting) {
    static final Statuses NONE = new Statuses(0, 0);

    static Statuses of(TraceFile file, RawGeneration generation) {
        long goroutines = 0;
        long waiting = 0;
        for (Batch batch : generation.batches()) {
            if (batch.kind() == Batch.Kind.EVENTS) {
                BatchCursor e = new BatchCursor(file, generation.number(), generation.maxTime(), batch.thread(), -1);
                e.add(batch);
                while (e.next()) {
                    if (e.typeId() == EventType.GO_STATUS.id() || e.typeId() == EventType.GO_STATUS_STACK.id()) {
                        goroutines++;
                        waiting += e.arg2() == GoStatus.WAITING.ordinal() ? 1 : 0;
                    }
                }
            }
        }
        return new Statuses(goroutines, waiting);
    }
}
