package dev.faultline.model.reconstruct;

import java.util.Arrays;
import java.util.BitSet;

/// What the replay leaves of each goroutine, one array per property, by dense index. What an event row tells as well
/// (time of birth, creator, creation site) is not copied: the row is kept.
final class GoroutineColumns {
    long[] running = {};
    long[] runnable = {};
    long[] syscall = {};
    /// The part of [#syscall] without a P.
    long[] syscallBlocked = {};
    /// Head of the goroutine's list in [WaitTotals], 0 when empty.
    int[] waits = {};
    /// A stack whose last frame is the entry function, 0 when none was seen; known at the end.
    int[] entryStack = {};
    /// Those none of whose own stacks shows the entry function.
    BitSet onlyTold = new BitSet();
    /// Row of its creation, -1 when it existed before.
    int[] creationRow = {};
    int[] firstRunRow = {};
    /// Row of its end, -1 while it lives.
    int[] endRow = {};
    /// Number of rows that changed its state.
    int[] transitions = {};
    /// GC work that it does while it executes, bits of [UtilizationBuilder].
    byte[] gcWork = {};

    /// Makes room for goroutines 0 to `count - 1`.
    void ensure(int count) {
        int old = running.length;
        if (count <= old) {
            return;
        }
        int size = Math.max(count, old + (old >> 1));
        running = Arrays.copyOf(running, size);
        runnable = Arrays.copyOf(runnable, size);
        syscall = Arrays.copyOf(syscall, size);
        syscallBlocked = Arrays.copyOf(syscallBlocked, size);
        waits = Arrays.copyOf(waits, size);
        transitions = Arrays.copyOf(transitions, size);
        gcWork = Arrays.copyOf(gcWork, size);
        creationRow = grown(creationRow, size);
        firstRunRow = grown(firstRunRow, size);
        endRow = grown(endRow, size);
    }

    private static int[] grown(int[] column, int size) {
        int[] grown = Arrays.copyOf(column, size);
        Arrays.fill(grown, column.length, size, -1);
        return grown;
    }
}
