package dev.faultline.trace.event;

import dev.faultline.trace.format.Limits;

/// The clock of a generation: turns its units into nanoseconds.
///
/// @param frequency units per second, between [Limits#SLOWEST_CLOCK] and [Limits#FASTEST_CLOCK]
public record Clock(long frequency) {
    /// What every Go program but those on Windows uses: 64 nanoseconds a unit.
    public static final Clock USUAL = new Clock(15_625_000);
    private static final long SECOND = 1_000_000_000L;
    /// Later times are garbage; they are moved here, so that differences cannot overflow.
    private static final long LATEST_NS = 1L << 62;

    public Clock {
        if (!plausible(frequency)) {
            throw new IllegalArgumentException("implausible clock frequency " + frequency);
        }
    }

    public static boolean plausible(long frequency) {
        return frequency >= Limits.SLOWEST_CLOCK && frequency <= Limits.FASTEST_CLOCK;
    }

    /// Nanoseconds of an absolute number of units (0 or more, at most [#latest]). Exact where a unit is a whole number
    /// of nanoseconds; else to the precision of a double, which is less than a nanosecond for the first 100 days.
    public long ns(long units) {
        return SECOND % frequency == 0 ? units * (SECOND / frequency) : (long) (units * ((double) SECOND / frequency));
    }

    /// The last time that can be told, in units.
    public long latest() {
        return SECOND % frequency == 0
                ? LATEST_NS / (SECOND / frequency)
                : (long) (LATEST_NS / ((double) SECOND / frequency));
    }
}
