package dev.faultline.trace.column;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PackerTest {
    private final Slabs slabs = new Slabs();
    private final Packer packer = new Packer(slabs);

    @AfterEach
    void free() {
        slabs.close();
    }

    @Test
    void givesBackWhatWasPacked() {
        Random random = new Random(42);
        for (int round = 0; round < 500; round++) {
            int rows = random.nextInt(1, 3000);
            long base = random.nextLong() >> random.nextInt(64);
            int bits = random.nextInt(64);
            double outliers = random.nextInt(3) == 0 ? random.nextDouble() / 10 : 0;
            long[] values = LongStream.range(0, rows).map(i -> random.nextDouble() < outliers
                    ? random.nextLong()
                    : base + (bits == 0 ? 0 : random.nextLong() >>> (64 - bits))).toArray();
            check(values);
        }
    }

    @Test
    void takesTheExtremes() {
        check(new long[]{Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1});
        check(new long[]{});
        check(new long[]{-1});
        check(LongStream.range(0, Packed.MAX_ROWS).map(i -> i * i * i).toArray());
        check(LongStream.range(0, Packed.MAX_ROWS).map(i -> i == Packed.MAX_ROWS - 1 ? Long.MAX_VALUE : 5).toArray());
        assertThrows(IllegalArgumentException.class,
                () -> packer.pack(new long[Packed.MAX_ROWS + 1], Packed.MAX_ROWS + 1));
    }

    @Test
    void takesTheSmallestWidth() {
        assertEquals(0, bytes(i -> 7));
        assertEquals(1000, bytes(i -> -100 + i % 256));
        assertEquals(2000, bytes(i -> 1L << 40 | i % 300));
        assertEquals(4000, bytes(i -> i * 1_000_000L));
        assertEquals(8000, bytes(i -> i * 1_000_000_000_000L));
    }

    @Test
    void fewOutliersDoNotWidenAColumn() {
        assertEquals(3 * 10, bytes(i -> i % 400 == 0 ? 1L << 50 : 0));
        assertEquals(1000 + 10, bytes(i -> i == 500 ? 1L << 50 : i % 200));
    }

    @Test
    void packsRareNumbers() {
        Random random = new Random(3);
        for (int every : new int[]{1, 3, 9, 10, 11, 100, 5000}) {
            SparseColumn column = new SparseColumn();
            long[] values = new long[4000];
            for (int i = 0; i < values.length; i++) {
                if (random.nextInt(every) == 0) {
                    values[i] = random.nextLong();
                    column.set(i, values[i]);
                }
            }
            check(values, packer.pack(column, values.length));
            column.clear();
            check(new long[10], packer.pack(column, 10));
        }
    }

    @Test
    void packsBytesAsNumbersUpTo255() {
        byte[] values = {0, 1, 127, -128, -1};
        Packed packed = packer.pack(values, values.length);
        byte[] back = new byte[values.length];
        packed.unpack(back);
        assertArrayEquals(values, back);
        assertEquals(255, packed.get(4));
        assertEquals(128, packed.get(3));
    }

    @Test
    void packsIntsAsItPacksLongs() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            int shift = random.nextInt(32);
            int base = random.nextInt() >> random.nextInt(32);
            int few = random.nextInt(2, 100);
            boolean outliers = random.nextBoolean();
            int[] values = IntStream.range(0, random.nextInt(1, 3000))
                    .map(i -> outliers && i % few == 0 ? random.nextInt() : base + (random.nextInt() >>> shift))
                    .toArray();
            long[] longs = Arrays.stream(values).asLongStream().toArray();
            Packed packed = packer.pack(values, values.length);
            check(longs, packed);
            assertTrue(packed.bytes() <= packer.pack(longs, longs.length).bytes());
        }
        int[] extremes = {Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1};
        check(Arrays.stream(extremes).asLongStream().toArray(), packer.pack(extremes, extremes.length));
        check(new long[]{}, packer.pack(new int[]{}, 0));
    }

    private long bytes(java.util.function.LongUnaryOperator value) {
        long[] values = LongStream.range(0, 1000).map(value).toArray();
        Packed packed = packer.pack(values, values.length);
        check(values, packed);
        return packed.bytes();
    }

    private void check(long[] values) {
        check(values, packer.pack(values, values.length));
    }

    private static void check(long[] values, Packed packed) {
        long[] back = new long[values.length];
        packed.unpack(back, new Unpacker());
        assertArrayEquals(values, back);
        assertEquals(values.length, packed.rows());
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], packed.get(i));
        }
        if (Arrays.stream(values).allMatch(v -> v == (int) v)) {
            int[] ints = new int[values.length];
            packed.unpack(ints, new Unpacker());
            assertArrayEquals(values, Arrays.stream(ints).asLongStream().toArray());
        }
        assertTrue(packed.bytes() <= 8L * values.length);
    }
}
