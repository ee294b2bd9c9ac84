package dev.faultline.trace.wire;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.Limits;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;

/// What stands before the payload of a batch.
///
/// @param experimental whether the payload holds tables of an experiment
/// @param generation number of the generation, never 0
/// @param thread id of the writer, [Batch#NO_THREAD] for none
/// @param time in clock units, never negative
/// @param payload offset of the payload
/// @param size declared bytes of the payload, at most [Limits#BATCH_BYTES]; the file may end before
record BatchHeader(boolean experimental, long generation, long thread, long time, long payload, int size) {
    static final int MAX_BYTES = 2 + 4 * Limits.VARINT_BYTES;

    static boolean canBegin(int firstByte) {
        return firstByte == EventType.EVENT_BATCH.id() || firstByte == EventType.EXPERIMENTAL_BATCH.id();
    }

    /// Reads the header at an offset.
    ///
    /// @param in is used for it
    static BatchHeader read(TraceFile file, long offset, ByteCursor in) throws TraceFormatException {
        int first = file.at(offset);
        if (!canBegin(first)) {
            throw new TraceFormatException(Place.at(offset), "a batch (byte 1 or 49) or an end of generation (52)",
                    "byte " + first);
        }
        in.load(file, offset, (int) Math.min(MAX_BYTES, file.size() - offset));
        in.u8();
        boolean experimental = first == EventType.EXPERIMENTAL_BATCH.id();
        if (experimental) {
            in.u8();
        }
        long generation = in.varint();
        long thread = in.varint();
        long time = in.varint();
        long size = in.varint();
        if (in.overrun()) {
            throw new TraceFormatException(Place.at(offset), "a batch header", "the end of the file");
        }
        if (generation == 0) {
            throw new TraceFormatException(Place.at(offset), "a generation number from 1 on", "0");
        }
        if (size < 0 || size > Limits.BATCH_BYTES) {
            throw new TraceFormatException(Place.at(offset), "a batch of at most " + Limits.BATCH_BYTES + " bytes",
                    "one of " + Long.toUnsignedString(size));
        }
        return new BatchHeader(experimental, generation, thread, time < 0 ? Long.MAX_VALUE : time, in.offset(),
                (int) size);
    }

    /// Offset behind the payload as declared.
    long end() {
        return payload + size;
    }

    /// Bytes of the payload that the file has.
    int present(TraceFile file) {
        return Math.clamp(file.size() - payload, 0, size);
    }

    /// What the payload holds, by its first byte.
    Batch.Kind kind(TraceFile file) {
        if (experimental) {
            return Batch.Kind.EXPERIMENTAL;
        }
        EventType type = EventType.ofId(file.at(payload));
        if (type == null) {
            return Batch.Kind.EVENTS;
        }
        return switch (type) {
            case STRINGS -> Batch.Kind.STRINGS;
            case STACKS -> Batch.Kind.STACKS;
            case CPU_SAMPLES -> Batch.Kind.CPU_SAMPLES;
            case FREQUENCY, SYNC -> Batch.Kind.SYNC;
            default -> Batch.Kind.EVENTS;
        };
    }
}
