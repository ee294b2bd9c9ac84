package dev.faultline.app.cli.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResultStreamTest {
    @Test
    void passesOnEveryByteInOrder() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        ResultStream out = new ResultStream(target);
        int at = 0;
        for (int length = 1; at < bytes.length; at += length, length = Math.min(length * 3, bytes.length - at)) {
            if (length == 1) {
                out.write(bytes[at]);
            } else {
                out.write(bytes, at, length);
            }
        }
        out.flush();
        assertArrayEquals(bytes, target.toByteArray());
    }

    @Test
    void fallsSilentWhenNobodyReadsAnyMore() throws IOException {
        ResultStream out = new ResultStream(failing("Broken pipe"));
        out.println("one");
        assertFalse(out.abandoned());
        out.flush();
        assertTrue(out.abandoned());
        out.println("two");
        out.flush();
    }

    @Test
    void tellsOfAFullDisk() throws IOException {
        ResultStream out = new ResultStream(failing("No space left on device"));
        out.println("one");
        OutputException e = assertThrows(OutputException.class, out::flush);
        assertEquals("cannot write standard output: No space left on device", e.getMessage());
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
