package dev.faultline.trace.v1;

import java.util.Arrays;
import java.util.BitSet;

/// Tells which system calls blocked: those whose goroutine's next event says so. All others were short; the format has
/// no event for their end.
final class V1Syscalls {
    private static final int NONE = -1;

    private final BitSet blocked = new BitSet();
    private int count;
    private int[] pending = new int[0];
    private long[] blockKey = new long[0];

    /// Takes note of the next event in the order. `g` is the index of its goroutine.
    void follow(int g, V1Type type, long key) {
        grow(g);
        if (type == V1Type.GO_SYS_BLOCK && pending[g] != NONE) {
            blocked.set(pending[g]);
        }
        pending[g] = NONE;
        switch (type) {
            case GO_SYS_CALL -> pending[g] = count++;
            case GO_SYS_BLOCK, GO_IN_SYSCALL -> blockKey[g] = key;
            default -> {
                // the call, if any, is over
            }
        }
    }

    /// Where in the order the goroutine's system call began to block; [Long#MAX_VALUE] when it never did.
    long blockKey(int g) {
        grow(g);
        return blockKey[g];
    }

    /// Calls of which nothing is known but their start.
    int unfinished() {
        int n = 0;
        for (int call : pending) {
            n += call == NONE ? 0 : 1;
        }
        return n;
    }

    /// By number of system call in the order: whether it blocked.
    BitSet blocked() {
        return blocked;
    }

    private void grow(int g) {
        int old = pending.length;
        if (g >= old) {
            int larger = Math.max(256, Math.max(g + 1, old * 2));
            pending = Arrays.copyOf(pending, larger);
            blockKey = Arrays.copyOf(blockKey, larger);
            Arrays.fill(pending, old, larger, NONE);
            Arrays.fill(blockKey, old, larger, Long.MAX_VALUE);
        }
    }
}
