package dev.faultline.trace.format;

import java.util.List;

/// What reading had to say: notices (nothing lost), repairs (order forced) and losses.
///
/// @param complete whether the whole file was read and the trace ended properly
/// @param likelyCause what most likely happened to a damaged file, a sentence without capital and full stop; empty when
/// nothing happened or nothing points to a cause
/// @param notices sentences for people: unknown minor version, text before the header, repaired time stamps
/// @param losses parts given up, in file order
/// @param forced number of events whose readiness had to be forced
/// @param skipped number of events that were given up
public record ReadReport(boolean complete, String likelyCause, List<String> notices, List<Loss> losses, long forced,
        long skipped) {
    public ReadReport {
        notices = List.copyOf(notices);
        losses = List.copyOf(losses);
    }

    /// The same with what most likely happened to the file.
    public ReadReport because(String cause) {
        return new ReadReport(complete, cause, notices, losses, forced, skipped);
    }

    public long lostBytes() {
        return losses.stream().mapToLong(Loss::bytes).sum();
    }

    /// Whether all bytes could be read, but events do not fit each other.
    public boolean contradictory() {
        return lostBytes() == 0 && losses.stream().anyMatch(loss -> loss.toNs() > loss.fromNs());
    }
}
