package dev.faultline.model;

/// Waits for one reason that have not ended at the end of the trace, those of the runtime's own kinds left out.
///
/// @param reason as in the trace, empty where the trace tells only that the goroutine waits since before it began
/// @param count how many
/// @param ns summed time of these waits, as far as the trace goes
/// @param longestNs the longest of them so far
public record OpenWaitTotal(String reason, long count, long ns, long longestNs) {
    /// With one more.
    public OpenWaitTotal plus(long waitNs) {
        return new OpenWaitTotal(reason, count + 1, ns + waitNs, Math.max(longestNs, waitNs));
    }
}
