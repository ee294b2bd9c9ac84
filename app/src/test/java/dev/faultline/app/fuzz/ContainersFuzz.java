package dev.faultline.app.fuzz;

import dev.faultline.trace.container.Limits;
import dev.faultline.trace.container.TraceSource;
import dev.faultline.trace.container.TraceSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Fuzzes what opens packed files and archives.
public final class ContainersFuzz {
    private static final Limits LIMITS = new Limits(4 << 20, 1000, 100);

    /// In memory where there is such a folder: files are made by the thousand.
    private static final Path FOLDER = Path.of(
            Files.isWritable(Path.of("/dev/shm")) ? "/dev/shm" : System.getProperty("java.io.tmpdir"));

    private ContainersFuzz() {
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Path file = Files.createTempFile(FOLDER, "fuzz", ".packed");
        try {
            Files.write(file, input);
            List<TraceSource> sources = TraceSources.open(file, LIMITS);
            try {
                for (TraceSource source : sources) {
                    if (source.bytes().byteSize() > LIMITS.maxBytes()) {
                        throw new AssertionError("more came out than the limit");
                    }
                }
            } finally {
                sources.forEach(TraceSource::close);
            }
        } catch (IOException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new AssertionError("refused without a word", e);
            }
        } finally {
            Files.delete(file);
        }
    }
}
