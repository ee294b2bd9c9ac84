package dev.faultline.trace.write;

/// Gives events that happened in the same tick of the clock, on different threads, times that keep them in their order.
///
/// Readers put simultaneous events into an order that depends on all that came before in their generation. A part of a
/// generation would be read in another order, so the later one of two is moved by a tick, and what follows right behind
/// it as far as needed.
final class TieBreaker {
    /// As if the samples were a thread.
    private static final int SAMPLES = -2;

    private long zone = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;
    private int lastThread = SAMPLES;

    /// The time for the next event.
    ///
    /// @param thread index, -1 for none
    /// @param units when it happened, in clock units
    long event(int thread, long units) {
        if (units > last) {
            zone = units;
            last = units;
        } else if (units >= zone) {
            last += thread == lastThread ? 0 : 1;
        } else {
            return units; // clocks disagree: the states tell the order
        }
        lastThread = thread;
        return last;
    }

    /// The time for the next CPU sample. It comes before events of a later time only.
    long sample(long units) {
        if (units > last) {
            zone = units;
            last = units;
        }
        lastThread = SAMPLES;
        return units >= zone ? last : units;
    }
}
