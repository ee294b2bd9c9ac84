package dev.faultline.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The real traces that the project ships, and single numbers of their goldens.
public final class Samples {
    private static final Path ROOT = Path.of("..", "sample-traces");

    private Samples() {
    }

    /// All traces of Go 1.22 and later.
    public static List<Path> v2() {
        return Stream.of("go1.22", "go1.24", "go1.27").flatMap(Samples::traces).toList();
    }

    /// All traces of Go 1.21 and earlier.
    public static List<Path> v1() {
        return Stream.of("go1.19", "go1.21").flatMap(Samples::traces).toList();
    }

    private static Stream<Path> traces(String release) {
        try (Stream<Path> files = Files.list(ROOT.resolve(release))) {
            return files.filter(f -> f.toString().endsWith(".trace")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One trace.
    public static Path of(String release, String name) {
        return ROOT.resolve(release).resolve(name + ".trace");
    }

    /// A top-level number of a trace's golden.
    public static long golden(Path trace, String field) throws IOException {
        String json = Files.readString(Path.of(trace.toString().replaceFirst("\\.trace$", ".golden.json")));
        Matcher m = Pattern.compile("^ \"" + field + "\": (\\d+)", Pattern.MULTILINE).matcher(json);
        if (!m.find()) {
            throw new IllegalArgumentException(trace + " has no golden number " + field);
        }
        return Long.parseLong(m.group(1));
    }
}
