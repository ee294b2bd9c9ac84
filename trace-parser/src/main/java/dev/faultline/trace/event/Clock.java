package dev.faultline.trace.event;

import dev.faultline.trace.format.Limits;

/// The clock of a generation: turns its units into nanoseconds.
public final class Clock {
    private static final long SECOND = 1_000_000_000L;
    /// Later times are garbage; they are moved here, so that differences cannot overflow.
    private static final long LATEST_NS = 1L << 62;
    /// What every Go program but those on Windows uses: 64 nanoseconds a unit.
    public static final Clock USUAL = new Clock(15_625_000);

    private final long frequency;
    /// Nanoseconds of a unit where that is a whole number, else 0. Times are turned by the million: no division there.
    private final long whole;
    private final double fraction;

    /// @param frequency units per second, between [Limits#SLOWEST_CLOCK] and [Limits#FASTEST_CLOCK]
    public Clock(long frequency) {
        if (!plausible(frequency)) {
            throw new IllegalArgumentException("implausible clock frequency " + frequency);
        }
        this.frequency = frequency;
        whole = SECOND % frequency == 0 ? SECOND / frequency : 0;
        fraction = (double) SECOND / frequency;
    }

    public static boolean plausible(long frequency) {
        return frequency >= Limits.SLOWEST_CLOCK && frequency <= Limits.FASTEST_CLOCK;
    }

    /// Units per second.
    public long frequency() {
        return frequency;
    }

    /// Nanoseconds of an absolute number of units (0 or more, at most [#latest]). Exact where a unit is a whole number
    /// of nanoseconds; else to the precision of a double, which is less than a nanosecond for the first 100 days.
    public long ns(long units) {
        return whole != 0 ? units * whole : (long) (units * fraction);
    }

    /// The number of units that a time lies in, for times of 0 or more.
    public long units(long ns) {
        return whole != 0 ? ns / whole : (long) (ns / fraction);
    }

    /// The last time that can be told, in units.
    public long latest() {
        return whole != 0 ? LATEST_NS / whole : (long) (LATEST_NS / fraction);
    }
}
