package dev.faultline.trace.v1;

import java.lang.foreign.MemorySegment;

/// Where a trace's events stand and in which order they happened. What does not belong to it was left out: lines of text,
/// and stretches that stand in the file twice.
///
/// @param bytes the trace without what was left out
/// @param texts lines of text that stand in the file
/// @param copies second copies that stand in the rest
record V1Reading(MemorySegment bytes, V1Index index, V1Order order, V1Rest texts, V1Rest copies) {
    /// @param from offset of the first byte behind the header
    static V1Reading of(MemorySegment file, long from, int minor, V1Watch watch) {
        V1Reading reading = plain(file, from, minor, watch);
        if (!reading.sound()) {
            // the seam of a copy may look like text: so the copy is looked for first
            V1Rest copies = V1DuplicateBytes.inDamaged(file, from);
            V1Reading mended = copies.isEmpty() ? reading : plain(copies.of(file), from, minor, watch);
            if (mended.sound()) {
                return new V1Reading(mended.bytes, mended.index, mended.order, new V1Rest(), copies);
            }
        }
        V1Rest texts = V1Texts.in(file, minor, reading.index);
        if (!texts.isEmpty()) {
            reading = plain(texts.of(file), from, minor, watch);
        }
        V1Rest copies = reading.sound()
                ? V1DuplicateBytes.inSound(reading.bytes, from)
                : V1DuplicateBytes.inDamaged(reading.bytes, from);
        if (!copies.isEmpty()) {
            reading = plain(copies.of(reading.bytes), from, minor, watch);
        }
        return new V1Reading(reading.bytes, reading.index, reading.order, texts, copies);
    }

    private static V1Reading plain(MemorySegment bytes, long from, int minor, V1Watch watch) {
        V1Index index = V1Index.of(bytes, from, minor, watch);
        return new V1Reading(bytes, index, V1Order.of(bytes, minor, index, watch), new V1Rest(), new V1Rest());
    }

    /// Whether nothing tells of damage.
    boolean sound() {
        return index.gaps.isEmpty() && index.overruns == 0 && order.forced == 0;
    }

    /// Offset in the file of an offset in the bytes that were read.
    long inFile(long offset) {
        return texts.original(copies.original(offset));
    }
}
