package dev.faultline.trace.column;

/// The loops of packing, over plain arrays and small, so that they are soon compiled, most of them to wide instructions. A
/// distance from a column's smallest number is 0 to [#FAR].
final class Distances {
    /// The largest distance, and what larger ones become.
    static final int FAR = Integer.MAX_VALUE;

    private Distances() {
        // functions only
    }

    /// Distances of numbers none of which is far; larger ones up to 2^32 - 1 become the int of the same bits.
    static void of(int[] values, int rows, int base, int[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = values[i] - base;
        }
    }

    /// Distances of numbers none of which is far.
    static void of(long[] values, int rows, long base, int[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = (int) (values[i] - base);
        }
    }

    /// Distances of any numbers.
    static void ofFar(long[] values, int rows, long base, int[] into) {
        for (int i = 0; i < rows; i++) {
            long distance = values[i] - base;
            into[i] = distance < 0 || distance > FAR ? FAR : (int) distance;
        }
    }

    /// How many are above a limit: the sign of the difference is counted, without a branch.
    static int countAbove(int[] distances, int rows, int limit) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            count += limit - distances[i] >>> Integer.SIZE - 1;
        }
        return count;
    }

    /// Writes the numbers of the rows above a limit and tells how many they are. Without a branch, too: which rows they
    /// are cannot be foreseen.
    static int rowsAbove(int[] distances, int rows, int limit, short[] into) {
        int count = 0;
        for (int i = 0; i < rows; i++) {
            into[count] = (short) i;
            count += limit - distances[i] >>> Integer.SIZE - 1;
        }
        return count;
    }

    static void narrow(int[] distances, int rows, byte[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = (byte) distances[i];
        }
    }

    static void narrow(int[] distances, int rows, short[] into) {
        for (int i = 0; i < rows; i++) {
            into[i] = (short) distances[i];
        }
    }
}
