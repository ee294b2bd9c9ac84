package dev.faultline.trace.v1;

/// From clock units to nanoseconds since the first event, by the same arithmetic as Go's reader.
///
/// @param zero time of the first event in units
/// @param unitsPerSecond as the file says, or [#ASSUMED]
record V1Clock(long zero, long unitsPerSecond) {
    static final long SLOWEST = dev.faultline.trace.format.Limits.SLOWEST_CLOCK;
    static final long FASTEST = dev.faultline.trace.format.Limits.FASTEST_CLOCK;
    /// For files that end before they tell: a processor of 2.5 GHz, whose ticks are counted by 64.
    static final long ASSUMED = 2_500_000_000L / 64;
    /// Latest time told, 36 years; beyond lies only damage.
    static final long LATEST_NS = 1L << 60;

    private static final double NS_PER_SECOND = 1e9;

    long ns(long units) {
        double ns = (double) (units - zero) * (NS_PER_SECOND / unitsPerSecond);
        return Math.clamp((long) ns, 0, LATEST_NS);
    }
}
