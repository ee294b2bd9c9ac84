package dev.faultline.trace.v1;

import java.util.List;

/// Why the world was stopped, by the number that the event carries. The words are those of Go 1.27's reader.
final class V1Stop {
    private static final String UNKNOWN = "unknown";
    private static final List<String> SINCE_21 = List.of(UNKNOWN, "GC mark termination", "GC sweep termination",
            "write heap dump", "goroutine profile", "goroutine profile cleanup", "all goroutine stack trace",
            "read mem stats", "AllThreadsSyscall", "GOMAXPROCS", "start trace", "stop trace", "CountPagesInUse (test)",
            "ReadMetricsSlow (test)", "ReadMemStatsSlow (test)", "PageCachePagesLeaked (test)", "ResetDebugLog (test)");
    private static final List<String> SINCE_10 = SINCE_21.subList(1, 3);

    private V1Stop() {
    }

    /// @param kind as written; before version 10 nothing is written, and only the end of marking is told
    static String reason(int minor, long kind) {
        List<String> reasons = minor >= 21 ? SINCE_21 : SINCE_10;
        return kind >= 0 && kind < reasons.size() ? reasons.get((int) kind) : UNKNOWN;
    }
}
