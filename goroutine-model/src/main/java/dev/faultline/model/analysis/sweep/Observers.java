package dev.faultline.model.analysis.sweep;

import dev.faultline.model.known.KnownFrame.Meaning;
import dev.faultline.model.known.KnownFrames;
import dev.faultline.trace.event.Stacks;
import java.util.BitSet;

/// Goroutines that take traces or profiles of the program: they look at it and are not part of what it does.
public final class Observers {
    private final boolean[] takesProfile;
    private final BitSet seen = new BitSet();

    Observers(Stacks stacks) {
        boolean[] frames = new boolean[stacks.frameCount()];
        for (int f = 0; f < frames.length; f++) {
            String function = stacks.frame(f).function();
            frames[f] = KnownFrames.all().means(function, Meaning.TOOL);
        }
        takesProfile = new boolean[stacks.size()];
        for (int s = 0; s < takesProfile.length; s++) {
            for (int d = 0; d < stacks.depth(s) && !takesProfile[s]; d++) {
                takesProfile[s] = frames[stacks.frameId(s, d)];
            }
        }
    }

    /// Whether it is worth the while to show a stack to [#see].
    boolean wants(int stack) {
        return takesProfile[stack];
    }

    /// A goroutine was at a stack.
    void see(int goroutine, int stack) {
        if (takesProfile[stack]) {
            seen.set(goroutine);
        }
    }

    /// Whether a goroutine was seen taking a trace or a profile.
    public boolean contains(int goroutine) {
        return seen.get(goroutine);
    }
}
