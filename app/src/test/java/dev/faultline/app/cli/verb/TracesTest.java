package dev.faultline.app.cli.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.cli.output.ResultStream;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.trace.Trace;
import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.IndexCache;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import dev.faultline.trace.store.Storage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {
    private static final Path TRACE = Path.of("..", "sample-traces", "go1.27", "slow-leak.trace");
    private static final String RESULT = "what was found\n";

    @TempDir
    Path folder;

    /// Whoever waits for a result has it while the index is still being written: the index waits here for the result.
    @Test
    void resultsAreOutBeforeTheIndexIsWritten() throws IOException {
        CountDownLatch seen = new CountDownLatch(1);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ResultStream(new OutputStream() {
            @Override
            public void write(int b) {
                printed.write(b);
                if (printed.toString(StandardCharsets.UTF_8).equals(RESULT)) {
                    seen.countDown();
                }
            }
        }), new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false, false);
        BlockedPart part = new BlockedPart(seen);
        assertEquals(ExitCode.FINE, new Traces(TRACE.toString(), terminal).forEach(new Traces.Use() {
            @Override
            public Storage storage() {
                return Storage.ofProcess(IndexCache.in(folder));
            }

            @Override
            public void with(Trace trace, int number) throws IOException {
                trace.store().keep("blocked", part, RESULT);
                terminal.out().write(RESULT.getBytes(StandardCharsets.UTF_8));
            }
        }));
        assertTrue(part.released, "the index was to be written while the result was still held back");
        try (Stream<Path> files = Files.walk(folder)) {
            assertTrue(files.anyMatch(f -> f.endsWith("blocked")), "the index was written");
        }
    }

    /// A part of the index that can be written only after the result was seen.
    private static final class BlockedPart implements Codec<String> {
        private static final int PATIENCE_S = 300;

        private final CountDownLatch seen;
        private boolean released;

        BlockedPart(CountDownLatch seen) {
            this.seen = seen;
        }

        @Override
        public void write(PartWriter to, String value) throws IOException {
            try {
                released = seen.await(PATIENCE_S, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            to.text(value);
        }

        @Override
        public String read(PartReader from) throws IOException {
            return from.text();
        }
    }
}
