package dev.faultline.model;

import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The sample traces that are shipped with the project.
public final class Samples {
    public static final Path ROOT = Path.of("../sample-traces");

    private Samples() {
        // functions only
    }

    /// All of them, sorted.
    public static List<Path> traces() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(f -> f.toString().endsWith(".trace") || f.toString().endsWith(".trace.gz")).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One of them, such as `go1.27/nil-channel`.
    public static Path trace(String name) {
        return ROOT.resolve(name + ".trace");
    }

    /// Reads a trace, builds its model and hands it to a check; frees it afterwards.
    public static void check(Path file, Consumer<TraceModel> check) {
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            check.accept(ModelBuilder.build(trace, Progress.NONE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
