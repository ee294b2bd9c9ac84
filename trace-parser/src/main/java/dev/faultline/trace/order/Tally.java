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

    /// An event had to be dropped. Always true, so that a rule can end with it: the stream goes on.
    boolean skip() {
        skipped++;
        return true;
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
