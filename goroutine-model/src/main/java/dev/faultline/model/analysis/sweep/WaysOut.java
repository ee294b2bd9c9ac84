package dev.faultline.model.analysis.sweep;

import dev.faultline.trace.event.Stacks;
import java.util.BitSet;
import java.util.List;

/// Goroutines that were seen on their way out through a panic or runtime.Goexit: deferred functions run inside of it.
final class WaysOut {
    private static final List<String> WAYS = List.of("runtime.gopanic", "runtime.Goexit");

    private final List<BitSet> goroutines = List.of(new BitSet(), new BitSet());
    /// By stack: 0 for none, else one more than the number of the way.
    private final byte[] ways;

    WaysOut(Stacks stacks) {
        byte[] byFrame = new byte[stacks.frameCount()];
        for (int f = 0; f < byFrame.length; f++) {
            byFrame[f] = (byte) (WAYS.indexOf(stacks.frame(f).function()) + 1);
        }
        ways = new byte[stacks.size()];
        for (int s = 0; s < ways.length; s++) {
            for (int d = 0; d < stacks.depth(s) && ways[s] == 0; d++) {
                ways[s] = byFrame[stacks.frameId(s, d)];
            }
        }
    }

    /// Whether it is worth the while to show a stack to [#see].
    boolean wants(int stack) {
        return ways[stack] != 0;
    }

    void see(int goroutine, int stack) {
        if (ways[stack] != 0 && goroutine >= 0) {
            goroutines.get(ways[stack] - 1).set(goroutine);
        }
    }

    /// Whether a goroutine showed a stack with this function, one of the two.
    boolean showed(int goroutine, String function) {
        return goroutine >= 0 && goroutines.get(WAYS.indexOf(function)).get(goroutine);
    }
}
