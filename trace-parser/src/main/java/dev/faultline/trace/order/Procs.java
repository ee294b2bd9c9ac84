package dev.faultline.trace.order;

import dev.faultline.trace.format.Limits;
import java.util.Arrays;

/// State of the Ps of a generation, by their numbers.
final class Procs {
    /// Not mentioned yet.
    static final byte UNKNOWN = 0;
    /// As on the wire.
    static final byte RUNNING = 1;
    static final byte IDLE = 2;
    static final byte SYSCALL = 3;
    static final byte ABANDONED = 4;
    static final int NONE = -1;

    /// Ps of any machine.
    private static final int USUAL = 1 << 12;

    private final int most;
    private byte[] status = new byte[16];
    private long[] sequence = new long[16];
    private long[] lastTime = new long[16];

    /// @param bytes of the generation: each P is mentioned in it, so there are not more
    Procs(long bytes) {
        most = Math.clamp(bytes, USUAL, Limits.PROCS);
    }

    /// The P of a number as written, or -1 where no machine has such a P.
    int find(long number) {
        if (number < 0 || number >= most) {
            return NONE;
        }
        int p = (int) number;
        if (p >= status.length) {
            int length = Math.max(p + 1, 2 * status.length);
            status = Arrays.copyOf(status, length);
            sequence = Arrays.copyOf(sequence, length);
            lastTime = Arrays.copyOf(lastTime, length);
        }
        return p;
    }

    /// One more than the largest number that may have been mentioned.
    int bound() {
        return status.length;
    }

    byte status(int p) {
        return status[p];
    }

    void setStatus(int p, byte now) {
        status[p] = now;
    }

    /// Whether p is known in this generation and n is its next sequence number.
    boolean next(int p, long n) {
        return status[p] != UNKNOWN && sequence[p] + 1 == n;
    }

    long sequence(int p) {
        return sequence[p];
    }

    void set(int p, byte now, long n) {
        status[p] = now;
        sequence[p] = n;
    }

    long lastTime(int p) {
        return lastTime[p];
    }

    void setLastTime(int p, long units) {
        lastTime[p] = units;
    }
}
