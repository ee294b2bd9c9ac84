package dev.faultline.trace.wire;

/// Whether a batch was as long as it said.
final class PayloadCheck {
    private PayloadCheck() {
    }

    /// Whether events end exactly where the payload does. Tables are taken not to: reading them stops at what is no
    /// record, and no harm is done.
    static boolean endsCleanly(TraceFile file, Batch batch) {
        if (batch.kind() != Batch.Kind.EVENTS) {
            return false;
        }
        BatchCursor events = new BatchCursor(file, 0, batch.time(), batch.thread(), 0);
        events.add(batch);
        while (events.next()) {
            // only decodes
        }
        return events.gaps().isEmpty();
    }
}
