package dev.faultline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the packaged program asks of the network, as `strace` sees it: nothing. Where there is no `strace`, or it may not
/// look at other processes, these tests are reported as skipped; then only [OfflineTest] holds this.
@EnabledOnOs(OS.LINUX)
class OfflineIT {
    private static final String PROGRAM = Path.of("target", "faultline", "bin", "faultline").toAbsolutePath()
            .toString();
    private static final String SAMPLE = Path.of("..", "sample-traces", "go1.27", "slow-leak.trace").toAbsolutePath()
            .toString();
    private static final Pattern INTERNET = Pattern.compile("AF_INET|<(TCP|UDP|RAW|ICMP|SCTP)");
    /// Making a socket and asking what it can do; whatever is missing here carries something in or out.
    private static final Pattern PROBE = Pattern.compile("^[0-9]+ +(socket|setsockopt|getsockopt)\\(.*");
    /// Java asks once what sockets there are, before it opens its first file channel, and closes them again.
    private static final int PROBES = 3;

    @TempDir
    private Path folder;

    @Test
    void noCommandTalksToTheInternet() throws Exception {
        quiet(Map.of(), "--version");
        quiet(Map.of(), "--help");
        quiet(Map.of(), "summary", SAMPLE);
        quiet(Map.of(), "events", SAMPLE);
        quiet(Map.of(), "analyze", SAMPLE, "--pdf", folder.resolve("report.pdf").toString(), "--json",
                folder.resolve("report.json").toString());
        assertTrue(Files.size(folder.resolve("report.pdf")) > 0);
    }

    /// The rehearsal opens the window with a trace, and ends by itself.
    @Test
    void theWindowDoesNotEither() throws Exception {
        quiet(Map.of("FAULTLINE_JAVA_OPTS",
                "-Dfaultline.rehearsal=true -Dglass.platform=Headless -Dprism.order=sw"), SAMPLE);
    }

    private void quiet(Map<String, String> environment, String... args) throws Exception {
        Path log = folder.resolve("calls");
        Assumptions.assumeTrue(strace(log, Map.of(), "true") == 0, "strace is not here, or may not do its work");
        List<String> command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(List.of(args));
        assertEquals(0, strace(log, environment, command.toArray(String[]::new)), () -> said(folder.resolve("said")));
        List<String> internet = Files.readAllLines(log).stream().filter(INTERNET.asPredicate()).toList();
        assertEquals(List.of(), internet.stream().filter(PROBE.asMatchPredicate().negate()).toList());
        assertTrue(internet.stream().filter(line -> line.contains(" socket(")).count() <= PROBES, internet::toString);
    }

    private int strace(Path log, Map<String, String> environment, String... args) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-qq", "-yy", "-e", "trace=network", "-e",
                "signal=none", "-o", log.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.toString());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            return -1; // there is no such program
        }
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
