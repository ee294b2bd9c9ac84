package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Files of a few megabytes that are made of very many very small things, each of which would cost as much as all before it
/// if the reader were not careful. Read with care they take seconds, else hours: the limit only tells the two apart.
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class CraftedTracesTest {
    private static final int MANY = 100_000;
    private static final byte[] PROC_IDLE = {13, 1, 0, 2};
    private static final byte[] UNKNOWN_EVENT = {0x7f, 1, 0};
    private static final byte END = 52;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aGenerationThatSeemsToEndBehindEachBatch() throws IOException {
        header(26);
        for (int i = 0; i < MANY; i++) {
            batch(1, 5, 1000 + i, PROC_IDLE);
            out.write(END);
        }
        try (Trace trace = read()) {
            assertEquals(1, trace.generations().size());
            assertEquals(MANY, trace.events().size());
        }
    }

    @Test
    void manyTinyGenerations() throws IOException {
        header(26);
        for (int i = 0; i < MANY; i++) {
            batch(1 + i, 5, 1000 + i, PROC_IDLE);
            out.write(END);
        }
        try (Trace trace = read()) {
            assertEquals(MANY, trace.generations().size());
            assertEquals(MANY, trace.events().size());
            assertEquals(MANY / 2, trace.generations().get(MANY / 2).fromRow());
            assertEquals(0, trace.events().proc(MANY - 1) + 1);
        }
    }

    /// Behind each generation the batch before looks as if it had swallowed a part of it, and no other place is better.
    @Test
    void damagedBatchesOfGenerationsThatAreNotNeighbours() throws IOException {
        header(26);
        for (int i = 0; i < MANY / 2; i++) {
            batch(1 + 2 * i, 5, 1000 + i, UNKNOWN_EVENT);
            batch(1 + 2 * i, 6, 1000 + i, UNKNOWN_EVENT);
        }
        damaged();
    }

    @Test
    void manyThreadsThatEachLackWhatWasBefore() throws IOException {
        header(26);
        for (int i = 0; i < MANY; i++) {
            batch(1, 100 + i, 1000 + i, new byte[]{10, 1, (byte) (i & 0x7f), 5}, new byte[]{16, 1, 7, 9});
        }
        try (Trace trace = read()) {
            assertEquals(MANY, trace.threads().size());
            assertTrue(trace.report().forced() >= MANY, trace.report().forced() + " forced");
        }
    }

    @Test
    void aBatchThatIsWrittenAgainAndAgain() throws IOException {
        header(26);
        for (int i = 0; i < MANY; i++) {
            batch(1, 7, 1000 + i, PROC_IDLE);
        }
        for (int i = 0; i < MANY; i++) {
            batch(1, 8, 1000 + MANY, new byte[]{13, 1}, varint(i | 1 << 20), new byte[]{2, 11, 1, 11, 1, 11, 1});
        }
        try (Trace trace = read()) {
            assertTrue(trace.events().size() >= MANY, trace.events().size() + " events");
        }
    }

    @Test
    void aProcWithTheLargestNumberInEachGeneration() throws IOException {
        header(26);
        for (int i = 0; i < MANY; i++) {
            batch(1 + i, 5, 1000 + i, new byte[]{13, 1}, varint((1 << 20) - 1), new byte[]{2});
            out.write(END);
        }
        try (Trace trace = read()) {
            assertEquals(MANY, trace.generations().size());
            assertEquals(MANY, trace.report().skipped());
            assertTrue(trace.report().notices().size() < 200, trace.report().notices().size() + " notices");
        }
    }

    @Test
    void manyDamagedBatches() throws IOException {
        header(26);
        for (int i = 0; i < MANY; i++) {
            batch(1, 5, 1000 + i, PROC_IDLE, UNKNOWN_EVENT);
        }
        damaged();
    }

    /// Every few bytes begin a text that reaches over thousands of others.
    @Test
    void textsInTextsOfAnOldTrace() throws IOException {
        header(21);
        out.writeBytes(new byte[]{0x41, 0, 8, 0});
        for (int i = 0; i < MANY; i++) {
            out.writeBytes(new byte[]{0x41, 1, 0x41, 0x25, 0x41});
            out.writeBytes(varint(400_000));
        }
        out.writeBytes(new byte[400_000]);
        damaged();
    }

    @Test
    void manyProcsOfAnOldTraceThatWaitForOneGoroutine() throws IOException {
        header(21);
        for (int i = 0; i < MANY; i++) {
            out.write(0x41);
            out.writeBytes(varint(i));
            out.writeBytes(varint(1000 + i));
            out.writeBytes(new byte[]{(byte) 0x8e, 5, 7, 9});
        }
        try (Trace trace = read()) {
            assertTrue(trace.report().forced() > 0, "nothing forced");
        }
    }

    @Test
    void manyLinesInAnOldTrace() throws IOException {
        header(21);
        for (int i = 0; i < MANY; i++) {
            out.writeBytes(new byte[]{0x41, (byte) (i & 3)});
            out.writeBytes(varint(1000 + 3 * i));
            out.writeBytes(new byte[]{0x1b, 5, 0x1b, 5});
            out.writeBytes(" hello\n".getBytes(StandardCharsets.US_ASCII));
        }
        damaged();
    }

    private void damaged() throws IOException {
        try (Trace trace = read()) {
            assertFalse(trace.report().complete());
            assertTrue(trace.report().lostBytes() > 0 && trace.report().lostBytes() <= trace.bytes(),
                    trace.report().lostBytes() + " bytes lost");
        }
    }

    private void header(int minor) {
        out.writeBytes(Arrays.copyOf(("go 1." + minor + " trace").getBytes(StandardCharsets.US_ASCII), 16));
    }

    private void batch(long generation, long thread, long time, byte[]... payload) {
        out.write(1);
        out.writeBytes(varint(generation));
        out.writeBytes(varint(thread));
        out.writeBytes(varint(time));
        out.writeBytes(varint(Arrays.stream(payload).mapToInt(p -> p.length).sum()));
        for (byte[] part : payload) {
            out.writeBytes(part);
        }
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long rest = value; rest > 0x7f; rest >>>= 7) {
            bytes.write((int) (rest & 0x7f | 0x80));
        }
        bytes.write((int) (value >>> 7 * bytes.size()));
        return bytes.toByteArray();
    }

    private Trace read() throws IOException {
        byte[] file = out.toByteArray();
        Arena arena = Arena.ofShared();
        MemorySegment bytes = arena.allocate(file.length).copyFrom(MemorySegment.ofArray(file));
        return TraceReader.read(new TraceSource("crafted", bytes, List.of(), true, arena::close), Progress.NONE,
                RowListener.NONE);
    }
}
