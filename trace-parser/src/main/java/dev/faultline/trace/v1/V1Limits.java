package dev.faultline.trace.v1;

/// What a well-formed v1 trace never exceeds. Whatever does is damage. The first three are those of Go's reader; the
/// others are ours, far beyond what a real trace holds.
final class V1Limits {
    /// Bytes of a text.
    static final int STRING_BYTES = 1_000_000;
    /// Frames of a stack.
    static final int STACK_FRAMES = 1000;
    /// P numbers, none excepted.
    static final long PROCS = dev.faultline.trace.format.Limits.PROCS;
    /// Clock units between two events of a P: ten days of a slow clock.
    static final long TIME_STEP = 1L << 45;
    /// Latest time in clock units. The fastest clock needs 30 years to it, and sums never overflow.
    static final long LATEST = 1L << 60;
    /// A file up to this size may be copied to memory without the bytes that do not belong to it.
    private static final long COPIED_BYTES = 1L << 30;
    /// The same as a share of the heap.
    private static final int COPIED_SHARE = 4;

    private V1Limits() {
    }

    /// Whether a file of this size may be copied to the heap.
    static boolean mayBeCopied(long bytes) {
        return bytes <= Math.min(COPIED_BYTES, Runtime.getRuntime().maxMemory() / COPIED_SHARE);
    }
}
