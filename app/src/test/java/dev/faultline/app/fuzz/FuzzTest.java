package dev.faultline.app.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.Jazzer;
import dev.faultline.app.cli.AnalyzeFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short, coverage-guided run of each target over its corpus, always with the same seed, two at a time. [#main] runs one
/// for long.
@Tag("slow")
class FuzzTest {
    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");

    /// Seconds that one input may take: a run may get only what other programs leave of the machine.
    private static final int TIMEOUT_S = 300;

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    /// Where one failed, the other may still be at work.
    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void readers() throws Exception {
        Run old = start(V1Fuzz.class, "v1", 200);
        Run current = start(V2Fuzz.class, "v2", 200);
        old.check();
        current.check();
    }

    @Test
    void containersAndTheCommand() throws Exception {
        Run containers = start(ContainersFuzz.class, "containers", 400);
        Run analyze = start(AnalyzeFuzz.class, "analyze", 40);
        containers.check();
        analyze.check();
    }

    private Run start(Class<?> target, String corpus, int runs) throws IOException {
        Path found = Files.createDirectory(folder.resolve(corpus + "-found"));
        List<String> command = command(target, found, CORPUS.resolve(corpus), "-runs=" + runs, "-seed=1",
                "-timeout=" + TIMEOUT_S);
        Path log = folder.resolve(corpus + ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        started.add(process);
        return new Run(process, log, runs);
    }

    /// A fuzzer at work.
    private record Run(Process process, Path log, int runs) {
        void check() throws IOException, InterruptedException {
            int code = process.waitFor();
            String said = Files.readString(log);
            assertEquals(0, code, said);
            assertTrue(said.contains("Done " + runs + " runs"), said);
        }
    }

    /// The fuzzer in a process of its own: it changes classes while they are loaded, and ends the process. Java's own limit
    /// bounds its memory, on the heap and beside it; the fuzzer's would count the peak of the process that started it.
    private static List<String> command(Class<?> target, Path found, Path corpus, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Jazzer.class.getName(), "--target_class=" + target.getName(),
                "--instrumentation_includes=dev.faultline.**:org.apache.commons.compress.**", "--disabled_hooks=*",
                "--reproducer_path=" + found, "-artifact_prefix=" + found + "/", "-max_len=8192", "-rss_limit_mb=0"));
        command.addAll(List.of(options));
        command.add(found.toString());
        command.add(corpus.toAbsolutePath().toString());
        return command;
    }

    /// `FuzzTest TARGET SECONDS FOLDER`: runs a target (v1, v2, containers, analyze) for so long; what it learns stays in
    /// the folder, and what it finds, too.
    public static void main(String[] args) throws IOException, InterruptedException {
        Class<?> target = switch (args[0]) {
            case "v1" -> V1Fuzz.class;
            case "v2" -> V2Fuzz.class;
            case "containers" -> ContainersFuzz.class;
            case "analyze" -> AnalyzeFuzz.class;
            default -> throw new IllegalArgumentException("no target " + args[0]);
        };
        Path found = Files.createDirectories(Path.of(args[2])).toAbsolutePath();
        List<String> command = command(target, found, CORPUS.resolve(args[0]), "-max_total_time=" + args[1],
                "-print_final_stats=1", "-timeout=" + TIMEOUT_S);
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
