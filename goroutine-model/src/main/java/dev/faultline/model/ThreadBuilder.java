package dev.faultline.model;

import java.util.Arrays;

/// Counts the threads that events happened on.
final class ThreadBuilder {
    private boolean[] seen = new boolean[64];

    void seen(int thread) {
        if (thread >= 0) {
            if (thread >= seen.length) {
                seen = Arrays.copyOf(seen, Math.max(thread + 1, seen.length * 2));
            }
            seen[thread] = true;
        }
    }

    int count() {
        int n = 0;
        for (boolean s : seen) {
            n += s ? 1 : 0;
        }
        return n;
    }
}
