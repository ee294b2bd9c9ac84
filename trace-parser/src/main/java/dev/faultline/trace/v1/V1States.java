package dev.faultline.trace.v1;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/// Sequence number and status of each goroutine while the order is found, and the Ps whose next event waits for it.
final class V1States {
    /// Stands for the garbage collector, which has a sequence number, too.
    static final int COLLECTOR = 0;
    private static final int NOBODY = -1;
    private static final int FIRST_SIZE = 256;

    private final Long2IntOpenHashMap indexOf = new Long2IntOpenHashMap();
    private long[] sequence = new long[FIRST_SIZE];
    private byte[] status = new byte[FIRST_SIZE];
    private int[] waiter = new int[FIRST_SIZE];
    private int size = 1;

    V1States() {
        indexOf.defaultReturnValue(NOBODY);
        Arrays.fill(waiter, NOBODY);
    }

    /// Index of a goroutine by its raw id.
    int of(long id) {
        int g = indexOf.get(id);
        if (g == NOBODY) {
            g = size++;
            indexOf.put(id, g);
            if (g == status.length) {
                int larger = g * 2;
                sequence = Arrays.copyOf(sequence, larger);
                status = Arrays.copyOf(status, larger);
                waiter = Arrays.copyOf(waiter, larger);
                Arrays.fill(waiter, g, larger, NOBODY);
            }
        }
        return g;
    }

    int count() {
        return size;
    }

    /// Whether an event with this sequence number can be next for `g`.
    boolean ready(int g, Move move, long given) {
        return status[g] == move.from && switch (move.sequence) {
            case ANY, NEXT -> true;
            case ZERO -> sequence[g] == 0;
            case ONE -> sequence[g] == 1;
            case GIVEN -> sequence[g] == given;
        };
    }

    /// Makes of `g` what the event says, whatever it was before.
    void apply(int g, Move move, long given) {
        status[g] = move.to;
        sequence[g] = switch (move.sequence) {
            case ANY -> sequence[g];
            case NEXT -> sequence[g] + 1;
            case ZERO -> 1;
            case ONE -> 2;
            case GIVEN -> given + 1;
        };
    }

    /// The first P that waits for `g`, -1 when none; the caller chains the others.
    int waiter(int g) {
        return waiter[g];
    }

    void setWaiter(int g, int p) {
        waiter[g] = p;
    }
}
