package dev.faultline.views.scale;

import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Units;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What an axis calls the time 0 of a trace: another time of a longer trace, a moment before or after that a user counts from,
/// or a time of day.
///
/// @param ns nanoseconds; on a clock those since 1970-01-01 UTC
/// @param clock whether it is a time of day
public record ZeroTime(long ns, boolean clock) {
    /// Time 0 is called 0.
    public static final ZeroTime ITSELF = new ZeroTime(0, false);

    private static final long SECOND = 1_000_000_000;
    /// By groups of three digits.
    private static final List<DateTimeFormatter> CLOCKS = List.of("", ".SSS", ".SSSSSS", ".SSSSSSSSS").stream()
            .map(digits -> DateTimeFormatter.ofPattern("HH:mm:ss" + digits, Locale.ROOT).withZone(ZoneOffset.UTC))
            .toList();

    /// On a clock.
    public static ZeroTime at(Instant instant) {
        return new ZeroTime(Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano()),
                true);
    }

    /// A mark of a ruler whose marks lie `stepNs` apart, with no more digits than that needs: `1.25 s`, `15:37:39.250`.
    ///
    /// @param ofTraceNs nanoseconds since the trace's first event
    public String tick(long ofTraceNs, long stepNs) {
        return clock ? time(ofTraceNs, stepNs) : Units.tick(ns + ofTraceNs, stepNs);
    }

    /// A moment at one end of something short: `803.329 ms`, `15:37:39.250417`.
    ///
    /// @param ofTraceNs nanoseconds since the trace's first event
    /// @param spanNs how long that is, nanoseconds
    public String moment(long ofTraceNs, long spanNs) {
        return clock ? time(ofTraceNs, spanNs) : new Moments(ns, false).at(ofTraceNs, spanNs);
    }

    private String time(long ofTraceNs, long stepNs) {
        int groups = 0;
        for (long unit = SECOND; groups < CLOCKS.size() - 1 && stepNs % unit != 0
                && (stepNs < unit || groups == 0); unit /= 1000) {
            groups++;
        }
        long at = ns + ofTraceNs;
        return CLOCKS.get(groups).format(Instant.ofEpochSecond(Math.floorDiv(at, SECOND), Math.floorMod(at, SECOND)));
    }
}
