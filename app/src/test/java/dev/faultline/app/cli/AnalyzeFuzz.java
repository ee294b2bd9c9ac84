package dev.faultline.app.cli;

import dev.faultline.app.cli.verb.ExitCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Entry point of a fuzzer for `faultline analyze`, from the file to what is printed, for people and as JSON.
public final class AnalyzeFuzz {
    /// In memory where there is such a folder: files are made by the thousand.
    private static final Path FOLDER = Path.of(
            Files.isWritable(Path.of("/dev/shm")) ? "/dev/shm" : System.getProperty("java.io.tmpdir"));

    private AnalyzeFuzz() {
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        Path file = Files.createTempFile(FOLDER, "fuzz", ".trace");
        try {
            Files.write(file, input);
            check(new Shell().run("analyze", file));
            check(new Shell().run("analyze", file, "--json", "-"));
        } finally {
            Files.delete(file);
        }
    }

    private static void check(Shell.Result result) {
        boolean expected = result.code() == ExitCode.FINE || result.code() == ExitCode.UNREADABLE;
        if (!expected || result.err().contains("error in Faultline") || result.out().contains("rule-failed")
                || result.code() != ExitCode.FINE && result.err().isBlank()) {
            throw new AssertionError("code " + result.code() + ": " + result.err());
        }
        if (hasControls(result.out()) || hasControls(result.err())) {
            throw new AssertionError("control characters reach the terminal");
        }
    }

    private static boolean hasControls(String printed) {
        return printed.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
    }
}
