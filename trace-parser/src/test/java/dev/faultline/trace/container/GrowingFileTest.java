package dev.faultline.trace.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.RowListener;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that a program is still writing its trace to: what is complete is read.
class GrowingFileTest {
    private static final Path TRACE = Path.of("src", "test", "resources", "traces", "generations-1.27.trace");

    @TempDir
    private Path folder;

    /// The file stops in the middle of a batch; the rest comes between opening and reading, and then it is all there.
    @Test
    void whatIsWrittenAfterOpeningCountsNextTime() throws IOException {
        byte[] all = Files.readAllBytes(TRACE);
        Path file = folder.resolve("app.trace");
        Files.write(file, Arrays.copyOf(all, all.length * 3 / 5));
        int whole = generations(TRACE);
        TraceSource early = TraceSources.open(file, Limits.DEFAULT).getFirst();
        Files.write(file, Arrays.copyOfRange(all, all.length * 3 / 5, all.length), StandardOpenOption.APPEND);
        try (Trace trace = TraceReader.read(early, Progress.NONE, RowListener.NONE)) {
            assertFalse(trace.report().complete());
            assertTrue(trace.generations().size() > whole / 2 && trace.generations().size() < whole,
                    trace.generations().size() + " of " + whole);
            long unbroken = trace.generations().stream().filter(g -> g.complete()).count();
            assertTrue(unbroken >= trace.generations().size() - 1, unbroken + " whole generations");
            assertTrue(trace.report().likelyCause().contains("still being written"), trace.report()::toString);
        }
        assertEquals(whole, generations(file));
    }

    /// Somebody goes on writing, a few bytes at a time, while the file is read again and again.
    @Test
    void readingWhileItIsWritten() throws Exception {
        byte[] all = Files.readAllBytes(TRACE);
        Path file = Files.write(folder.resolve("app.trace"), Arrays.copyOf(all, 1000));
        AtomicBoolean written = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            write(file, all);
            written.set(true);
        });
        int events = 0;
        boolean over;
        do {
            over = written.get();
            try (Trace trace = TraceReader.read(file, Progress.NONE)) {
                // a generation that lacks its end may order differently, but what is complete stays
                assertTrue(trace.events().size() >= events * 9 / 10, trace.events().size() + " after " + events);
                events = trace.events().size();
            }
        } while (!over);
        writer.join();
        try (Trace trace = TraceReader.read(TRACE, Progress.NONE)) {
            assertEquals(trace.events().size(), events);
        }
    }

    private static void write(Path file, byte[] all) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            for (int at = 1000; at < all.length; at += 777) {
                out.write(all, at, Math.min(777, all.length - at));
                Thread.sleep(1);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int generations(Path file) throws IOException {
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            return trace.generations().size();
        }
    }
}
