package dev.faultline.views.scale;

import java.util.stream.LongStream;

/// Marks of a time ruler: multiples of a round step (1, 2 or 5 times a power of ten).
///
/// @param firstNs the first tick inside the range
/// @param stepNs distance of two ticks, at least 1 ns
/// @param count number of ticks
/// @param zero what time 0 is called
public record Ticks(long firstNs, long stepNs, int count, ZeroTime zero) {
    /// The finest ticks of a range that are at least `minPx` apart on a scale.
    public static Ticks of(TimeRange range, TimeScale scale, double minPx) {
        long originNs = scale.zero().ns();
        long step = roundUp(minPx * scale.nsPerPx());
        long first = Math.ceilDiv(originNs + range.fromNs(), step) * step - originNs;
        long count = first > range.toNs() ? 0 : (range.toNs() - first) / step + 1;
        return new Ticks(first, step, (int) Math.min(count, 10_000), scale.zero());
    }

    private static long roundUp(double ns) {
        long power = 1;
        while (power * 10 <= ns) {
            power *= 10;
        }
        for (int factor : new int[]{1, 2, 5}) {
            if (power * factor >= ns) {
                return power * factor;
            }
        }
        return power * 10;
    }

    /// The moments of all ticks, ascending.
    public LongStream moments() {
        return LongStream.range(0, count).map(i -> firstNs + i * stepNs);
    }

    /// A tick's text, with no more digits than the step needs: `100 ms`, `1.25 s`, `0`.
    public String label(long ns) {
        return zero.tick(ns, stepNs);
    }
}
