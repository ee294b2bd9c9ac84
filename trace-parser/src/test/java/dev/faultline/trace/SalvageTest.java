package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How much of a damaged trace is kept, and what is said of the damage.
class SalvageTest {
    private static final Path TRACES = Path.of("src", "test", "resources", "traces");
    private static final byte[] LINE = "2026/01/02 15:04:05 listening on :8080\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CHANGED = 8;

    @ParameterizedTest
    @CsvSource({"1.22, 5", "1.22, 30", "1.22, 50", "1.22, 80", "1.27, 5", "1.27, 30", "1.27, 50", "1.27, 80"})
    void changedBytesCostNotMuchMoreThanAGeneration(String release, int percent) throws IOException {
        byte[] whole = generations(release);
        try (Trace all = TraceText.read(whole); Trace kept = TraceText.read(changed(whole, percent))) {
            double least = 1 - 1.5 / all.generations().size();
            assertTrue(kept.events().size() >= least * all.events().size(), kept.events().size() + " events kept");
        }
    }

    @ParameterizedTest
    @CsvSource({"go1.19/blocking-rate, 5", "go1.19/stw-storm, 30", "go1.21/stw-storm, 30", "go1.21/gc-pressure, 30",
            "go1.21/pool-swallows-timeout, 5", "go1.19/healthy-spans, 50", "go1.21/healthy-load, 80"})
    void changedBytesOfAnOldTraceCostAFewEvents(String name, int percent) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("..", "sample-traces").resolve(name + ".trace"));
        try (Trace all = TraceText.read(whole); Trace kept = TraceText.read(changed(whole, percent))) {
            assertTrue(kept.events().size() >= 0.98 * all.events().size(), kept.events().size() + " events kept");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.27"})
    void halfAFileKeepsItsWholeGenerations(String release) throws IOException {
        byte[] whole = generations(release);
        try (Trace all = TraceText.read(whole); Trace half = TraceText.read(Arrays.copyOf(whole, whole.length / 2))) {
            int last = half.generations().size() - 1;
            for (int i = 0; i < last; i++) {
                assertTrue(half.generations().get(i).complete());
            }
            int complete = half.generations().get(last).fromRow();
            assertEquals(RowText.of(all, 0, complete), RowText.of(half, 0, complete));
            assertFalse(half.report().complete());
            assertTrue(half.report().likelyCause().contains("the file was truncated"), half.report()::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.22", "1.27"})
    void aLineBeforeTheHeaderCostsNothing(String release) throws IOException {
        byte[] whole = generations(release);
        try (Trace all = TraceText.read(whole); Trace kept = TraceText.read(inserted(whole, 0))) {
            assertEquals(RowText.of(all), RowText.of(kept));
            assertTrue(kept.report().notices().getFirst().startsWith(LINE.length + " bytes before the trace header"));
        }
    }

    @Test
    void aLineInTheMiddleIsCalledByItsName() throws IOException {
        byte[] whole = generations("1.27");
        try (Trace all = TraceText.read(whole); Trace kept = TraceText.read(inserted(whole, whole.length / 3))) {
            assertTrue(kept.report().likelyCause().contains("text was written into the trace"),
                    kept.report()::toString);
            assertTrue(kept.report().likelyCause().contains("listening on :8080"));
            assertTrue(kept.events().size() >= 0.95 * all.events().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.19", "go1.21"})
    void aLineInTheMiddleOfAnOldTraceIsCalledByItsName(String release) throws IOException {
        byte[] whole = Files.readAllBytes(Samples.of(release, "blocking-rate"));
        try (Trace all = TraceText.read(whole); Trace kept = TraceText.read(inserted(whole, whole.length / 3))) {
            assertTrue(kept.report().likelyCause().contains("text was written into the trace"),
                    kept.report()::toString);
            assertTrue(kept.events().size() >= 0.99 * all.events().size());
        }
    }

    @Test
    void changedBytesAreCalledThat() throws IOException {
        byte[] whole = generations("1.22");
        try (Trace kept = TraceText.read(changed(whole, 40))) {
            assertFalse(kept.report().complete());
            assertTrue(kept.report().likelyCause().contains("bytes of the file were changed"),
                    kept.report()::toString);
        }
    }

    private static byte[] generations(String release) throws IOException {
        return Files.readAllBytes(TRACES.resolve("generations-" + release + ".trace"));
    }

    private static byte[] changed(byte[] whole, int percent) {
        byte[] changed = whole.clone();
        Random random = new Random(percent);
        int at = (int) ((long) whole.length * percent / 100);
        for (int i = at; i < at + CHANGED; i++) {
            changed[i] ^= (byte) (1 + random.nextInt(255));
        }
        return changed;
    }

    private static byte[] inserted(byte[] whole, int at) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, at);
        out.writeBytes(LINE);
        out.write(whole, at, whole.length - at);
        return out.toByteArray();
    }
}
