package dev.faultline.model.words;

/// How long a number of things took: median, p95, p99, max, always in this order.
///
/// @param count how many were measured
/// @param medianNs half took no longer
/// @param p95Ns 95 % took no longer
/// @param p99Ns 99 % took no longer
/// @param maxNs the longest, always exact
/// @param exact whether the percentiles are exact; else they are within 1 % and marked with ≈
public record Percentiles(long count, long medianNs, long p95Ns, long p99Ns, long maxNs, boolean exact) {
    /// @throws IllegalArgumentException if the values are not in ascending order
    public Percentiles {
        if (medianNs > p95Ns || p95Ns > p99Ns || p99Ns > maxNs) {
            throw new IllegalArgumentException("percentiles out of order: median " + medianNs + ", p95 " + p95Ns
                    + ", p99 " + p99Ns + ", max " + maxNs);
        }
    }

    /// `median 1.20 ms, p95 3.00 ms, p99 9.10 ms, max 12.3 ms`; [Units#UNKNOWN] where nothing was measured.
    public String text() {
        return count == 0
                ? Units.UNKNOWN
                : "median " + median() + ", p95 " + p95() + ", p99 " + p99() + ", max " + max();
    }

    /// `1.20 ms`, or `≈ 1.20 ms`.
    public String median() {
        return approximate(medianNs);
    }

    /// `3.00 ms`, or `≈ 3.00 ms`.
    public String p95() {
        return approximate(p95Ns);
    }

    /// `9.10 ms`, or `≈ 9.10 ms`.
    public String p99() {
        return approximate(p99Ns);
    }

    /// `12.3 ms`.
    public String max() {
        return Units.duration(maxNs);
    }

    private String approximate(long ns) {
        return exact || ns == maxNs ? Units.duration(ns) : Units.about(ns);
    }
}
