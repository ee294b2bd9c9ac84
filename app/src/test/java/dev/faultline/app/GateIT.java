package dev.faultline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The packaged program as a gate: its exit codes, and what it leaves behind.
@DisabledOnOs(OS.WINDOWS)
class GateIT {
    private static final String PROGRAM = Path.of("target", "faultline", "bin", "faultline").toAbsolutePath()
            .toString();
    private static final Path EDITED = Path.of("src", "test", "resources", "dev", "faultline", "app", "edited")
            .toAbsolutePath();

    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {}

    private Result run(Object... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        return start(command);
    }

    private Result start(List<String> command) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
                .redirectError(err.toFile()).start();
        process.getOutputStream().close();
        Result result = new Result(process.waitFor(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return result;
    }

    /// Lines, goroutine ids, numbers of closures and type arguments differ; the fault is the same, then grows.
    @Test
    void anEditedProgramPassesUntilAFaultOfItGrows() throws Exception {
        Result written = run("analyze", EDITED.resolve("before.trace"), "--write-baseline", "known.json");
        assertEquals(0, written.code(), written.err());
        Result after = run("analyze", EDITED.resolve("after.trace"), "--baseline", "known.json", "--fail-on", "notice");
        assertEquals(0, after.code(), after.out());
        assertTrue(after.out().contains("Compared with the baseline: 0 new, 0 worse, 1 known\n"), after.out());
        Result worse = run("analyze", EDITED.resolve("worse.trace"), "--baseline", "known.json", "--fail-on", "notice");
        assertEquals(1, worse.code(), worse.out());
        assertTrue(worse.out().contains("  worse  goroutine-leak created:main.ask at:main.(*answers).deliver: "
                + "leaked goroutines 60, was 12\n"), worse.out());
        assertEquals("", worse.err());
    }

    @Test
    void otherExitCodesMeanWrongUsageAndUnreadableTraces() throws Exception {
        Path trace = EDITED.resolve("before.trace");
        Path text = Files.writeString(folder.resolve("diary.txt"), "Dear diary");
        assertEquals(2, run("analyze", trace, "--max", "speed=3").code());
        Result several = run("rank", trace, text);
        assertEquals(3, several.code());
        assertTrue(several.out().contains("not readable: " + text), several.out());
        assertEquals("", several.err());
    }

    @Test
    void whatCannotBeWrittenIsOneSentenceAndLeavesNothing() throws Exception {
        Path trace = Files.copy(EDITED.resolve("before.trace"), folder.resolve("a.trace"));
        assertEquals("faultline: " + trace + " is read: it cannot be written at the same time\n",
                run("analyze", trace, "--write-baseline", trace).err());
        assertEquals(-1, Files.mismatch(EDITED.resolve("before.trace"), trace));
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertTrue(closed.toFile().setWritable(false));
        try {
            // the superuser may write everywhere
            Assumptions.assumeFalse(Files.isWritable(closed));
            Result denied = run("analyze", trace, "--write-baseline", "closed/known.json");
            assertEquals(2, denied.code());
            assertEquals("faultline: cannot write closed/known.json: permission denied\n", denied.err());
        } finally {
            assertTrue(closed.toFile().setWritable(true));
            try (var left = Files.list(closed)) {
                assertEquals(0, left.count());
            }
        }
    }

    @Test
    void aFullDiskIsOneSentenceAlsoWhereItIsStandardOutput() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
        Path trace = EDITED.resolve("before.trace");
        Result printed = start(List.of("sh", "-c", "\"$0\" rank \"$1\" --json >/dev/full", PROGRAM, trace.toString()));
        assertEquals(2, printed.code(), printed.err());
        assertTrue(printed.err().matches("faultline: cannot write standard output: .*\\n"), printed.err());
    }
}
