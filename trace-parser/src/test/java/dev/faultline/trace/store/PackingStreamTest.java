package dev.faultline.trace.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackingStreamTest {
    /// Written in pieces of 1,000 bytes, so that the limit lies within one.
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "100000, 0", "4194304, 0", "4194305, 1", "9000000, 1"})
    void givesBackWhatWasWrittenAndPacksOnlyTheLargeWithZstandard(int size, int how) throws IOException {
        byte[] bytes = numbers(size);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (PackingStream stream = new PackingStream(packed)) {
            for (int at = 0; at < size; at += 1_000) {
                stream.write(bytes, at, Math.min(1_000, size - at));
            }
        }
        assertEquals(how, packed.toByteArray()[0]);
        assertTrue(size < 1_000 || packed.size() < size / 2, () -> packed.size() + " of " + size);
        try (InputStream unpacked = PackingStream.unpacked(new ByteArrayInputStream(packed.toByteArray()))) {
            assertArrayEquals(bytes, unpacked.readAllBytes());
        }
    }

    @Test
    void sayWhatIsWrongWithTheFirstByte() {
        assertThrows(EOFException.class, () -> PackingStream.unpacked(new ByteArrayInputStream(new byte[0])));
        IOException e = assertThrows(IOException.class,
                () -> PackingStream.unpacked(new ByteArrayInputStream(new byte[]{7})));
        assertEquals("packed in way 7, where 0 and 1 are known", e.getMessage());
    }

    private static byte[] numbers(int size) {
        Random random = new Random(1);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (random.nextInt(40) == 0 ? random.nextInt() : i >> 8);
        }
        return bytes;
    }
}
