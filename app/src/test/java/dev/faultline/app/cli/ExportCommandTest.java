package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.cli.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final Path TRACE = sample("go1.27/lock-order-deadlock.trace");

    private final Shell shell = new Shell();

    @TempDir
    private Path folder;

    @Test
    void writesEachFormat() throws IOException {
        for (String kind : List.of("pprof-blocked", "pprof-sched", "pprof-syscall", "pprof-network", "pprof-cpu",
                "pprof-assist")) {
            Path out = folder.resolve(kind + ".pb.gz");
            Result result = shell.run("export", TRACE, "--as", kind, out);
            assertEquals(0, result.code(), result.err());
            assertEquals(0x1f, Files.readAllBytes(out)[0], "gzip");
        }
    }

    @Test
    void writesAFileForPerfetto() throws IOException {
        Path out = folder.resolve("out.pftrace");
        assertEquals(0, shell.run("export", TRACE, "--as", "perfetto", out).code());
        assertEquals(0x0a, Files.readAllBytes(out)[0], "a packet");
    }

    @Test
    void writesTablesToANewFolder() throws IOException {
        Path out = folder.resolve("tables");
        Result result = shell.run("export", TRACE, "--as", "csv", out, "--from", "1ms");
        assertEquals(0, result.code(), result.err());
        assertTrue(Files.readString(out.resolve("traces.csv")).startsWith("trace_id,header,go,"));
        assertTrue(Files.readAllLines(out.resolve("goroutines.csv")).size() > 2);
        refused("cannot write " + out + ": it is there already", TRACE, "--as", "csv", out);
        refused("cannot write " + folder.resolve("none/x") + ": no such file or folder", TRACE, "--as", "csv",
                folder.resolve("none/x"));
        try (var left = Files.list(folder)) {
            assertEquals(List.of(out), left.toList());
        }
    }

    @Test
    void aFolderGivesAFileForEachTraceBelowIt() throws IOException {
        Path traces = Files.createDirectories(folder.resolve("traces/day"));
        Files.copy(TRACE, traces.resolve("a.trace"));
        Files.copy(TRACE, folder.resolve("traces/b.trace"));
        Files.writeString(folder.resolve("traces/notes.txt"), "no trace");
        Path out = folder.resolve("out");
        Result result = shell.run("export", folder.resolve("traces"), "--as", "folded", out);
        assertEquals(0, result.code(), result.err());
        assertEquals(-1, Files.mismatch(out.resolve("b.trace.folded"), out.resolve("day/a.trace.folded")));
        assertTrue(sum(out.resolve("b.trace.folded")) > 0);
        try (var all = Files.list(out)) {
            assertEquals(2, all.count());
        }
        refused("cannot write " + folder.resolve("none/x"), folder.resolve("traces"), "--as", "folded",
                folder.resolve("none/x"));
    }

    @Test
    void aStretchCountsAlone() throws IOException {
        assertEquals(0, shell.run("export", TRACE, "--as", "folded", folder.resolve("all")).code());
        assertEquals(0, shell.run("export", TRACE, "--as", "folded", folder.resolve("part"), "--to", "100ms").code());
        assertTrue(sum(folder.resolve("part")) * 2 < sum(folder.resolve("all")));
        assertTrue(sum(folder.resolve("part")) > 0);
    }

    private static long sum(Path folded) throws IOException {
        return Files.readAllLines(folded).stream()
                .mapToLong(l -> Long.parseLong(l.substring(l.lastIndexOf(' ') + 1))).sum();
    }

    @Test
    void refusesInOneSentence() throws IOException {
        refused("there is no format 'svg'; there are: pprof-blocked,", TRACE, "--as", "svg", folder.resolve("x"));
        refused("cannot write " + folder.resolve("none/x"), TRACE, "--as", "folded", folder.resolve("none/x"));
        Path same = Files.copy(TRACE, folder.resolve("same.trace"));
        refused("is what is read", same, "--as", "folded", same);
        assertEquals(-1, Files.mismatch(TRACE, same));
    }

    private void refused(String why, Object... args) {
        Object[] words = new Object[args.length + 1];
        words[0] = "export";
        System.arraycopy(args, 0, words, 1, args.length);
        Result result = shell.run(words);
        assertEquals(2, result.code(), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(why), result.err());
    }
}
