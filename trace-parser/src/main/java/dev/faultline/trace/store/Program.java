package dev.faultline.trace.store;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// Tells one build of the program from another: what one made of a trace another may understand differently. No number
/// that somebody would have to raise, but what the program consists of: its jars, or in development its classes, with
/// their sizes and times.
final class Program {
    private Program() {
    }

    /// The same number for the same build, for all of the process's life.
    static long fingerprint() {
        return Once.FINGERPRINT;
    }

    private static final class Once {
        static final long FINGERPRINT = compute();
    }

    private static long compute() {
        String parts = Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(Path::of).flatMap(Program::files).distinct().map(Program::describe).sorted()
                .collect(Collectors.joining("\n"));
        CRC32C sum = new CRC32C();
        sum.update(parts.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() << 32 | parts.length();
    }

    /// A jar's manifest names others that lie beside it.
    private static Stream<Path> files(Path entry) {
        Path folder = Files.isDirectory(entry) ? entry : entry.toAbsolutePath().getParent();
        File[] jars = folder == null ? null : folder.toFile().listFiles((_, name) -> name.endsWith(".jar"));
        return Stream.concat(classes(entry), jars == null ? Stream.empty() : Arrays.stream(jars).map(File::toPath));
    }

    private static Stream<Path> classes(Path entry) {
        File[] inside = entry.toFile().listFiles();
        return inside == null
                ? Stream.of(entry)
                : Arrays.stream(inside).map(File::toPath).flatMap(Program::classes);
    }

    private static String describe(Path file) {
        File f = file.toFile();
        return f.getAbsolutePath() + " " + f.length() + " " + f.lastModified();
    }
}
