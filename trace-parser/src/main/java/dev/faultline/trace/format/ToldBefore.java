package dev.faultline.trace.format;

/// Column c of the row of a goroutine's status ([EventType#GO_STATUS], [EventType#GO_STATUS_STACK]): what was told of it
/// before. The start of a trace of Go 1.7 to 1.21 tells the entry stack; where a stretch of a trace begins, the whole trace
/// knows that and why the goroutine waits.
public final class ToldBefore {
    private ToldBefore() {
        // functions only
    }

    /// The column.
    ///
    /// @param entryStack 0 when unknown
    /// @param reason string id of why it waits, 0 when unknown
    public static long of(int entryStack, int reason) {
        return (long) reason << Integer.SIZE | Integer.toUnsignedLong(entryStack);
    }

    /// The stack with the entry function, 0 when unknown.
    public static int entryStack(long column) {
        return (int) column;
    }

    /// String id of the reason why it waits, 0 when unknown.
    public static int reason(long column) {
        return (int) (column >>> Integer.SIZE);
    }
}
