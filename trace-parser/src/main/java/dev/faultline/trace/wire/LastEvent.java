package dev.faultline.trace.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the end of a trace before its events are put into order.
public final class LastEvent {
    private LastEvent() {
    }

    /// The time of the last event as far as the last batches of the last generation tell, in clock units; 0 when there is
    /// none. Damage may prove it wrong.
    public static long time(TraceFile file, List<RawGeneration> generations) {
        long latest = 0;
        if (!generations.isEmpty()) {
            RawGeneration last = generations.getLast();
            Map<Long, Batch> ofThread = new HashMap<>();
            for (Batch batch : last.batches()) {
                if (batch.kind() == Batch.Kind.EVENTS) {
                    ofThread.put(batch.thread(), batch);
                }
            }
            for (Batch batch : ofThread.values()) {
                latest = Math.max(latest, time(file, last, batch));
            }
        }
        return latest;
    }

    private static long time(TraceFile file, RawGeneration generation, Batch batch) {
        BatchCursor events = new BatchCursor(file, generation.number(), Long.MAX_VALUE, batch.thread(), -1);
        events.add(batch);
        long latest = batch.time();
        while (events.next()) {
            latest = Math.max(latest, events.time());
        }
        return latest;
    }
}
