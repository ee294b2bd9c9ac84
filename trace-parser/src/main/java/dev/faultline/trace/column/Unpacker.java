package dev.faultline.trace.column;

/// Room through which packed numbers pass on their way out of a column. Reusable; belongs to one thread.
///
/// Numbers are copied to an array first and widened there, by one small loop for each width: such loops are compiled in
/// no time and to the machine's widest instructions. Loops over memory outside the heap take ten times as long to compile,
/// which is what counts in a program that lives for seconds.
public final class Unpacker {
    private byte[] bytes = new byte[0];
    private short[] shorts = new short[0];
    private int[] ints = new int[0];
    private long[] longs = new long[0];

    byte[] bytes(int rows) {
        if (bytes.length < rows) {
            bytes = new byte[rows];
        }
        return bytes;
    }

    short[] shorts(int rows) {
        if (shorts.length < rows) {
            shorts = new short[rows];
        }
        return shorts;
    }

    int[] ints(int rows) {
        if (ints.length < rows) {
            ints = new int[rows];
        }
        return ints;
    }

    long[] longs(int rows) {
        if (longs.length < rows) {
            longs = new long[rows];
        }
        return longs;
    }

    static void widen(byte[] from, int rows, long base, long[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = base + (from[i] & 0xff);
        }
    }

    static void widen(short[] from, int rows, long base, long[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = base + (from[i] & 0xffff);
        }
    }

    static void widen(int[] from, int rows, long base, long[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = base + (from[i] & 0xffffffffL);
        }
    }

    static void widen(byte[] from, int rows, int base, int[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = base + (from[i] & 0xff);
        }
    }

    static void widen(short[] from, int rows, int base, int[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = base + (from[i] & 0xffff);
        }
    }

    static void scatter(long[] values, short[] rows, int count, long[] into) {
        for (int i = 0; i < count; i++) {
            into[rows[i] & 0xffff] = values[i];
        }
    }

    static void scatter(long[] values, short[] rows, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[rows[i] & 0xffff] = (int) values[i];
        }
    }

    static void shift(int[] numbers, int rows, int base) {
        for (int i = 0; i < rows; i++) {
            numbers[i] += base;
        }
    }
}
