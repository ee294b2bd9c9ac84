package dev.faultline.trace.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.format.TraceFormatException;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteCursorTest {
    @Test
    void readsNumbersOfAllLengths() throws TraceFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long[] values = new Random(1).longs(2000).map(v -> v >>> (int) (v & 63)).toArray();
        for (long v : values) {
            write(out, v, 0);
        }
        ByteCursor in = cursor(out.toByteArray());
        for (long v : values) {
            assertEquals(v, in.varint());
        }
        assertFalse(in.more());
        assertFalse(in.overrun());
    }

    @Test
    void readsNumbersThatArePaddedToTenBytes() throws TraceFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, 23, 10);
        write(out, 5, 2);
        write(out, 0, 10);
        ByteCursor in = cursor(out.toByteArray());
        assertEquals(23, in.varint());
        assertEquals(1010, in.offset());
        assertEquals(5, in.varint());
        assertEquals(0, in.varint());
        assertEquals(1022, in.offset());
    }

    @Test
    void readsTheLargestNumber() throws TraceFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, -1, 0);
        assertEquals(10, out.size());
        assertEquals(-1, cursor(out.toByteArray()).varint());
    }

    @Test
    void refusesMoreThan64Bits() {
        byte[] eleven = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0};
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> cursor(eleven).varint());
        assertEquals(1000, e.place().offset());
        byte[] two = {-1, -1, -1, -1, -1, -1, -1, -1, -1, 2};
        assertThrows(TraceFormatException.class, () -> cursor(two).varint());
    }

    @Test
    void noticesANumberThatIsCutOff() throws TraceFormatException {
        ByteCursor in = cursor(new byte[]{-128});
        in.varint();
        assertTrue(in.overrun());
    }

    @Test
    void whatWasLoadedBeforeDoesNotShineThrough() throws TraceFormatException {
        ByteCursor in = cursor(new byte[]{1, 2, 3, 4, 5});
        in.load(new byte[]{-128}, 0);
        assertEquals(0, in.varint());
        assertTrue(in.overrun());
    }

    @Test
    void givesBytesOnlyWhereThereAreSome() throws TraceFormatException {
        ByteCursor in = cursor(new byte[]{1, 2, 3});
        assertArrayEquals(new byte[]{1, 2}, in.bytes(2));
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> in.bytes(2));
        assertEquals("expected 2 bytes, found 1 left at byte 1002", e.getMessage());
    }

    private static ByteCursor cursor(byte[] bytes) {
        ByteCursor in = new ByteCursor();
        in.load(bytes, 1000);
        return in;
    }

    /// @param length bytes to fill with continuations, fewer than needed for the shortest form
    private static void write(ByteArrayOutputStream out, long value, int length) {
        int written = 1;
        long rest = value;
        while ((rest & ~0x7fL) != 0 || written < length) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
            written++;
        }
        out.write((int) rest);
    }
}
