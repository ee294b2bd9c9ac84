package dev.faultline.trace.v1;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/// What is known of goroutines from before the trace. A v1 trace begins with a creation of each goroutine there is,
/// followed by a word on its state unless it is runnable; the first Gomaxprocs event ends this.
final class V1Snapshot {
    private static final byte UNSEEN = 0;
    private static final byte LISTED = 1;
    private static final byte KNOWN = 2;

    private final IntArrayList listed = new IntArrayList();
    private byte[] state = new byte[256];
    private int[] entry = new int[256];
    private boolean open = true;

    /// Whether creations still list what exists already.
    boolean isOpen() {
        return open;
    }

    /// Takes note of a goroutine that exists already and of the stack with its entry function.
    void list(int g, int entryStack) {
        grow(g);
        if (state[g] == UNSEEN) {
            state[g] = LISTED;
            entry[g] = entryStack;
            listed.add(g);
        }
    }

    /// Whether the listing has the goroutine and no row has told of it yet.
    boolean isListed(int g) {
        grow(g);
        return state[g] == LISTED;
    }

    /// Tells that rows say what `g` does. False when they did before.
    boolean introduce(int g) {
        grow(g);
        boolean first = state[g] != KNOWN;
        state[g] = KNOWN;
        return first;
    }

    /// The stack with the entry function of a goroutine from before the trace, 0 when unknown.
    int entry(int g) {
        grow(g);
        return entry[g];
    }

    /// Ends the listing. Gives the goroutines of whose state nothing was said: they are runnable.
    IntArrayList close() {
        open = false;
        IntArrayList rest = new IntArrayList();
        for (int i = 0; i < listed.size(); i++) {
            int g = listed.getInt(i);
            if (state[g] == LISTED) {
                rest.add(g);
            }
        }
        listed.clear();
        return rest;
    }

    private void grow(int g) {
        if (g >= state.length) {
            int larger = Math.max(g + 1, state.length * 2);
            state = Arrays.copyOf(state, larger);
            entry = Arrays.copyOf(entry, larger);
        }
    }
}
