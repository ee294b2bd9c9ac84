package dev.faultline.trace.wire;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Limits;
import dev.faultline.trace.format.TraceFormatException;

/// Finds the next text or stack of a table behind damage: a place from which several records follow each other, or a
/// few that end exactly where the table does.
final class TableResync {
    private static final int BELIEVED = 4;
    private static final int BELIEVED_AT_END = 2;
    private static final int FRAME_VALUES = 4;

    private final ByteCursor in;
    private final Batch.Kind kind;

    /// @param in the batch; it is moved
    TableResync(ByteCursor in, Batch.Kind kind) {
        this.in = in;
        this.kind = kind;
    }

    /// Moves to the first believable record at or behind an offset, or to the end of the batch.
    void find(long from) {
        boolean resumable = kind == Batch.Kind.STRINGS || kind == Batch.Kind.STACKS;
        for (long at = from; resumable && at < in.end(); at++) {
            in.seek(at);
            if (believable()) {
                in.seek(at);
                return;
            }
        }
        in.skipAll();
    }

    private boolean believable() {
        int records = 0;
        try {
            while (in.more() && records < BELIEVED) {
                skip();
                if (in.overrun()) {
                    return false;
                }
                records++;
            }
        } catch (TraceFormatException e) {
            return false;
        }
        return records == BELIEVED || records >= BELIEVED_AT_END;
    }

    private void skip() throws TraceFormatException {
        int type = in.u8();
        long id = in.varint();
        long count = in.varint();
        if (kind == Batch.Kind.STRINGS) {
            in.expect(type == EventType.STRING.id() && id != 0 && count >= 0 && count <= Limits.STRING_BYTES);
            in.skip((int) count);
        } else {
            in.expect(type == EventType.STACK.id() && id != 0 && count > 0 && count <= Limits.STACK_FRAMES);
            for (int i = 0; i < FRAME_VALUES * count && !in.overrun(); i++) {
                in.varint();
            }
        }
    }
}
