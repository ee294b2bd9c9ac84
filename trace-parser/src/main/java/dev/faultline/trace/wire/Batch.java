package dev.faultline.trace.wire;

import dev.faultline.trace.format.Limits;

/// A piece of a generation that one thread wrote without interruption.
///
/// @param kind what its payload holds
/// @param thread id of the writer, [#NO_THREAD] for none
/// @param time absolute time, in clock units, when it was opened; base of the deltas inside
/// @param offset of the payload in the file
/// @param size bytes of payload in the file
/// @param foreignAt where in the payload bytes begin that do not belong to it, such as a line of text; counts only with
/// @param foreignSize how many they are, usually 0; not part of `size`
public record Batch(Kind kind, long thread, long time, long offset, int size, long foreignAt, int foreignSize) {
    /// Marks a batch that no thread owns; also "no P" and "no thread" in arguments.
    public static final long NO_THREAD = -1;

    /// A batch as it was written.
    static Batch of(BatchHeader header, Kind kind, int size) {
        return new Batch(kind, header.thread(), header.time(), header.payload(), size, 0, 0);
    }

    /// The same batch with another size.
    Batch resized(int newSize) {
        return new Batch(kind, thread, time, offset, newSize, 0, 0);
    }

    /// The same batch without some of its bytes.
    Batch without(long from, int bytes) {
        return new Batch(kind, thread, time, offset, size - bytes, from, bytes);
    }

    /// Offset behind the payload.
    public long end() {
        return offset + size + foreignSize;
    }

    /// Whether this is a legal payload length.
    static boolean fits(long size) {
        return size <= Limits.BATCH_BYTES;
    }

    /// Told by the first byte of the payload.
    public enum Kind {
        EVENTS,
        STRINGS,
        STACKS,
        CPU_SAMPLES,
        /// Frequency, and from Go 1.25 on the wall clock.
        SYNC,
        /// Tables of experimental events. They are not kept.
        EXPERIMENTAL
    }
}
