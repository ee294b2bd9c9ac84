package dev.faultline.model.reconstruct;

import java.util.Arrays;

/// How often goroutines or Ps went from one state to another, by reason. States are small numbers of the user's own.
final class TransitionCounts {
    private final int states;
    private long[] counts;

    TransitionCounts(int states) {
        this.states = states;
        counts = new long[states * states];
    }

    /// @param reason dense index of the reason, 0 for none
    void add(int from, int to, int reason) {
        int cell = cell(from, to, reason);
        if (cell >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(cell + 1, counts.length * 2));
        }
        counts[cell]++;
    }

    long get(int from, int to, int reason) {
        int cell = cell(from, to, reason);
        return cell < counts.length ? counts[cell] : 0;
    }

    private int cell(int from, int to, int reason) {
        return (reason * states + from) * states + to;
    }
}
