package dev.faultline.trace.wire;

/// Whether the records of a batch end exactly where its payload does.
final class PayloadCheck {
    private PayloadCheck() {
    }

    static boolean endsCleanly(TraceFile file, Batch batch) {
        if (batch.kind() != Batch.Kind.EVENTS) {
            return TableReader.endsCleanly(file, batch);
        }
        BatchCursor events = new BatchCursor(file, 0, batch.time(), batch.thread(), 0);
        events.add(batch);
        while (events.next()) {
            // only decodes
        }
        return events.gaps().isEmpty();
    }
}
