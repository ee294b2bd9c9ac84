package dev.faultline.trace.wire;

import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.Place;
import java.util.function.LongUnaryOperator;

/// Bytes that could not be read, with what is known of the time that they held.
///
/// @param place where they begin; its thread is the one that wrote them, -1 when unknown
/// @param bytes how many
/// @param from time before them, in clock units
/// @param to time behind them, in clock units; not larger than `from` when unknown
/// @param cause one sentence: what was expected and found
public record Gap(Place place, long bytes, long from, long to, String cause) {
    /// The same by the trace's clock.
    ///
    /// @param ns turns clock units into nanoseconds since the trace's first event
    public Loss loss(LongUnaryOperator ns) {
        long begin = ns.applyAsLong(from);
        return new Loss(place, bytes, begin, Math.max(begin, ns.applyAsLong(to)), place.thread(), cause);
    }
}
