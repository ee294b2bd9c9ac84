package dev.faultline.trace.format;

/// What a well-formed trace never exceeds. Whatever does is damage. Sources: Go 1.27, internal/trace/tracev2/spec.go;
/// the last three are our own, generous ones.
public final class Limits {
    /// Bytes of a batch behind its header.
    public static final int BATCH_BYTES = 65_536;
    /// Bytes of a text.
    public static final int STRING_BYTES = 1024;
    /// Frames of a stack.
    public static final int STACK_FRAMES = 128;
    /// Values of a timed event, its time delta included.
    public static final int EVENT_VALUES = 5;
    /// Bytes of a number.
    public static final int VARINT_BYTES = 10;
    /// P numbers lie below; GOMAXPROCS of a real machine is a few thousand at most.
    public static final int PROCS = 1 << 20;
    /// Clock units per second, slowest.
    public static final long SLOWEST_CLOCK = 1_000;
    /// Clock units per second, fastest.
    public static final long FASTEST_CLOCK = 1_000_000_000_000L;

    private Limits() {
    }
}
