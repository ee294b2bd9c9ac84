package dev.faultline.trace.wire;

import dev.faultline.trace.format.Limits;

/// A piece of a generation that one thread wrote without interruption.
///
/// @param kind what its payload holds
/// @param thread id of the writer, [#NO_THREAD] for none
/// @param time absolute time, in clock units, when it was opened; base of the deltas inside
/// @param offset of the payload in the file
/// @param size bytes of payload in the file
public record Batch(Kind kind, long thread, long time, long offset, int size) {
    /// Stands where a batch belongs to no thread; also "no P" and "no thread" in arguments.
    public static final long NO_THREAD = -1;

    /// Whether a payload can be so long.
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
