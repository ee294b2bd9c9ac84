package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said to have happened to a damaged file: the right thing, wherever the damage is.
class DiagnosisTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "traces");
    private static final int PLACES = 12;
    /// A few letters may be events of the old format, and are then left in.
    private static final int SHORTEST_IN_OLD = 8;

    @TempDir
    private Path folder;

    static List<Path> traces() {
        return List.of(RESOURCES.resolve("generations-1.22.trace"), RESOURCES.resolve("generations-1.27.trace"),
                Samples.of("go1.24", "healthy-spans"), Samples.of("go1.19", "blocking-rate"),
                Samples.of("go1.21", "healthy-spans"));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void linesOfText(Path file) throws IOException {
        byte[] trace = Files.readAllBytes(file);
        for (String text : List.of("2026/01/02 15:04:05 served GET /items in 12ms\n", "hello\n", "größer als 5 €\r\n",
                "panic: index out of range\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:12 +0x1d\n")) {
            if (isOld(trace) && text.length() < SHORTEST_IN_OLD) {
                continue;
            }
            for (int place = 1; place < PLACES; place++) {
                int at = at(trace, place);
                byte[] line = text.getBytes(StandardCharsets.UTF_8);
                String cause = cause(join(Arrays.copyOf(trace, at), line, Arrays.copyOfRange(trace, at, trace.length)));
                assertTrue(cause.contains("text was written into the trace"),
                        file + " at " + at + ": " + text + cause);
            }
        }
    }

    @Test
    void theLineIsShown() throws IOException {
        byte[] trace = Files.readAllBytes(RESOURCES.resolve("generations-1.22.trace"));
        int at = trace.length / 3;
        String cause = cause(join(Arrays.copyOf(trace, at), "größer als 5 €\n".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(trace, at, trace.length)));
        assertTrue(cause.contains("größer als 5 €\""), cause);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void cuts(Path file) throws IOException {
        byte[] trace = Files.readAllBytes(file);
        for (int place = 1; place < PLACES; place++) {
            String cause = cause(Arrays.copyOf(trace, at(trace, place)));
            // the old format has no lengths: a cut between two records cannot be told from a program that died
            assertTrue(cause.contains("the file was truncated") || isOld(trace) && cause.contains("without trace.Stop"),
                    file + " " + place + ": " + cause);
        }
    }

    @Test
    void programsThatDied() throws IOException {
        byte[] trace = Files.readAllBytes(RESOURCES.resolve("generations-1.27.trace"));
        assertTrue(cause(Arrays.copyOf(trace, trace.length - 1)).contains("without trace.Stop"),
                "no end of generation");
    }

    @ParameterizedTest
    @MethodSource("traces")
    void changedBytes(Path file) throws IOException {
        byte[] trace = Files.readAllBytes(file);
        int told = 0;
        for (int place = 1; place < PLACES; place++) {
            byte[] changed = trace.clone();
            Arrays.fill(changed, at(trace, place), at(trace, place) + 8, (byte) 0xff);
            String cause = cause(changed);
            told += cause.isEmpty() ? 0 : 1;
            assertTrue(cause.isEmpty() || cause.contains("bytes of the file were changed"), file + ": " + cause);
        }
        // the letters of a text and the addresses of a stack may be anything
        assertTrue(told > 0, file + ": nothing told");
    }

    @Test
    void whatStandsTwice() throws IOException {
        byte[] trace = Files.readAllBytes(Samples.of("go1.24", "healthy-waiters"));
        String cause = cause(join(Arrays.copyOf(trace, 9000), Arrays.copyOfRange(trace, 8800, trace.length)));
        assertTrue(cause.contains("written twice"), cause);
    }

    @Test
    void twoTracesInOneFileAreBothOffered() throws IOException {
        byte[] first = Files.readAllBytes(Samples.of("go1.24", "healthy-spans"));
        byte[] second = Files.readAllBytes(Samples.of("go1.19", "blocking-rate"));
        Path file = Files.write(folder.resolve("both.trace"), join(first, second));
        List<TraceSource> sources = TraceSources.open(file, Limits.DEFAULT);
        assertEquals(List.of("both.trace!/1", "both.trace!/2"), sources.stream().map(TraceSource::name).toList());
        for (TraceSource source : sources) {
            try (Trace trace = TraceReader.read(source, Progress.NONE, RowListener.NONE)) {
                assertTrue(trace.report().complete(), trace.report().notices()::toString);
            }
        }
    }

    private static int at(byte[] trace, int place) {
        return TraceHeader.SIZE + (trace.length - TraceHeader.SIZE) / PLACES * place;
    }

    private static boolean isOld(byte[] trace) {
        return new String(trace, 0, TraceHeader.SIZE, StandardCharsets.US_ASCII).compareTo("go 1.22") < 0;
    }

    private static String cause(byte[] bytes) {
        try (Trace trace = TraceText.read(bytes)) {
            return trace.report().likelyCause();
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
