package dev.faultline.trace.write;

import dev.faultline.trace.format.Limits;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.wire.ByteCursor;
import dev.faultline.trace.wire.RawBatch;
import dev.faultline.trace.wire.TraceFile;
import dev.faultline.trace.write.Disguise.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes tables of experiments again. Those of allocations name types; tables of experiments that are not known are not
/// written when names must not be told.
final class ExperimentTables {
    private static final int ALLOCATIONS = 1;
    private static final int TYPES = 0;
    private static final int TYPE_NUMBERS = 4;

    private ExperimentTables() {
    }

    /// @param time of the batch, in clock units
    static void write(TraceFile file, RawBatch raw, long generation, long time, @Nullable Disguise disguise,
            TraceOutput out) throws IOException {
        ByteCursor in = new ByteCursor();
        in.load(file, raw.batch().offset(), raw.batch().size());
        WireBuffer payload = new WireBuffer();
        if (disguise == null || raw.experiment() == ALLOCATIONS && in.peek() != TYPES) {
            payload.bytes(in.bytes(in.remaining()));
        } else if (raw.experiment() == ALLOCATIONS) {
            types(in, disguise, payload);
        }
        if (payload.size() > 0 && payload.size() <= Limits.BATCH_BYTES) {
            out.experimental(raw.experiment(), generation, raw.batch().thread(), time, payload);
        }
    }

    /// What is not as it should be ends the table.
    private static void types(ByteCursor in, Disguise disguise, WireBuffer payload) {
        payload.u8(in.u8());
        WireBuffer record = new WireBuffer();
        try {
            while (in.more()) {
                for (int i = 0; i < TYPE_NUMBERS; i++) {
                    record.varint(in.varint());
                }
                byte[] name = in.bytes(Math.clamp(in.varint(), 0, Limits.BATCH_BYTES + 1));
                byte[] shown = disguise.text(Role.TYPE, new String(name, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
                payload.bytes(record.varint(shown.length).bytes(shown));
                record.clear();
            }
        } catch (TraceFormatException e) {
            in.skipAll();
        }
    }
}
