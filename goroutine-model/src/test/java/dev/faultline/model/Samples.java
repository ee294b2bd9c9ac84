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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The sample traces that are shipped with the project.
public final class Samples {
    public static final Path ROOT = Path.of("../sample-traces");
    private static final Map<Path, TraceModel> MODELS = new ConcurrentHashMap<>();

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

    /// Reads a trace, builds its model and hands it to a check. Many tests look at the same samples: those are read once
    /// and stay in memory; any other trace is freed afterwards.
    public static void check(Path file, Consumer<TraceModel> check) {
        if (file.startsWith(ROOT)) {
            check.accept(MODELS.computeIfAbsent(file, f -> ModelBuilder.build(read(f), Progress.NONE)));
        } else {
            try (Trace trace = read(file)) {
                check.accept(ModelBuilder.build(trace, Progress.NONE));
            }
        }
    }

    private static Trace read(Path file) {
        try {
            return TraceReader.read(file, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
