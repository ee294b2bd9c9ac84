package dev.faultline.trace.order;

/// How often a generation's events were not what the state demanded.
final class Tally {
    private long forced;
    private long skipped;
    private long contradictions;

    /// An event that could never have become ready was made ready.
    void force() {
        forced++;
    }

    /// An event has to be dropped; for a rule to end with.
    Readiness drop() {
        skipped++;
        return Readiness.DROPPED;
    }

    /// An event contradicted the state and was believed.
    void contradict() {
        contradictions++;
    }

    long forced() {
        return forced;
    }

    long skipped() {
        return skipped;
    }

    long contradictions() {
        return contradictions;
    }
}
