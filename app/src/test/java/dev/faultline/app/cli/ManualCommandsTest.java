package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.cli.Shell.Result;
import dev.faultline.model.metric.MetricFamily;
import dev.faultline.model.metric.TraceMetric;
import dev.faultline.model.metric.TraceMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The manual's list of metrics, and the command lines of its chapter on gates, are those of the program.
class ManualCommandsTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("baseline"));
    private static final Path MANUAL = Path.of("docs", "manual.md");
    private static final String TITLES = "| metric | unit | better | meaning |";

    @TempDir
    Path folder;

    @Test
    void theListOfMetricsIsTheProgramsOwn() throws IOException {
        List<String> rows = Stream.concat(
                TraceMetrics.all().stream().map(m -> row(m.name(), m.unit().label(), m.better().label(), m.meaning())),
                TraceMetrics.families().stream().map(MetricFamily.class::cast)
                        .map(f -> row(f.form(), f.unit().label(), f.better().label(), f.meaning())))
                .toList();
        List<String> lines = Files.readAllLines(MANUAL);
        int first = lines.indexOf(TITLES) + 2;
        assertTrue(first > 1, "the table is there");
        List<String> written = lines.subList(first, lines.size()).stream().takeWhile(l -> l.startsWith("|")).toList();
        if (UPDATE) {
            List<String> updated = new ArrayList<>(lines.subList(0, first));
            updated.addAll(rows);
            updated.addAll(lines.subList(first + written.size(), lines.size()));
            Files.write(MANUAL, updated);
            return;
        }
        assertEquals(String.join("\n", rows), String.join("\n", written));
    }

    private static String row(String name, String unit, String better, String meaning) {
        return "| `%s` | %s | %s | %s |".formatted(name, unit, better, meaning);
    }

    /// What continuous integration would run, on a sample in the place of its trace.
    @Test
    void theCommandsOfTheGateDoWhatTheManualSays() throws IOException {
        Files.createDirectories(folder.resolve("traces"));
        Files.copy(sample("go1.27/range-never-closed.trace"), folder.resolve("trace.out"));
        Files.copy(sample("go1.27/range-never-closed.trace"), folder.resolve("traces/store.trace"));
        List<String> commands = commands();
        assertEquals(5, commands.size(), commands::toString);
        for (String command : commands) {
            Result result = run(command);
            assertEquals(0, result.code(), () -> command + "\n" + result.err() + result.out());
        }
        for (String made : List.of("faultline-baseline.json", "faultline.sarif", "faultline.xml", "faultline.html")) {
            assertTrue(Files.size(folder.resolve(made)) > 100, made);
        }
        Files.copy(sample("go1.27/nil-channel.trace"), folder.resolve("traces/new.trace"));
        Files.delete(folder.resolve("trace.out"));
        Files.copy(sample("go1.27/nil-channel.trace"), folder.resolve("trace.out"));
        for (String command : commands.subList(1, commands.size())) {
            assertEquals(1, run(command).code(), "a leak that the baseline does not know: " + command);
        }
    }

    private List<String> commands() throws IOException {
        String manual = Files.readString(MANUAL);
        String gates = manual.substring(manual.indexOf("### Gates"), manual.indexOf("### Metrics"));
        return Pattern.compile("(?m)^(?: *- (?:run: )?)?(faultline analyze .*)$").matcher(gates).results()
                .map(MatchResult::group).map(line -> line.replaceFirst("^.*?faultline ", "")).toList();
    }

    /// Paths are those of the folder.
    private Result run(String command) {
        List<Object> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            boolean path = word.equals(".") || word.equals("traces") || word.matches("[a-z-]+\\.[a-z]+");
            words.add(path ? folder.resolve(word).normalize() : word);
        }
        return new Shell().run(words.toArray());
    }

    /// `--help` knows each option that the manual's tables name.
    @Test
    void theOptionsOfTheManualAreThere() throws IOException {
        String help = new Shell().run("analyze", "--help").out();
        for (String option : List.of("--baseline", "--write-baseline", "--max", "--min", "--fail-on")) {
            assertTrue(help.contains(option), option);
        }
        for (TraceMetric metric : TraceMetrics.all()) {
            assertTrue(Files.readString(MANUAL).contains("`" + metric.name() + "`"), metric.name());
        }
        assertTrue(new Shell().run("rank", "--help").out().contains("--by"));
        assertTrue(new Shell().run("summary", "--help").out().contains("--openmetrics"));
        assertTrue(new Shell().run("--help").out().contains("rank"));
    }

    @Test
    void openMetricsEndAsTheStandardSays() throws IOException {
        Result result = new Shell().run("summary", sample("go1.27/gomaxprocs-changes.trace"), "--openmetrics");
        assertEquals(0, result.code(), result.err());
        assertEquals("# EOF", result.lines().getLast());
        assertTrue(result.out().contains("\n# TYPE go_sched_latencies_seconds histogram\n"), result.out());
        assertEquals(2, new Shell().run("summary", sample("go1.27/slow-leak.trace"), "--json", "--openmetrics").code());
    }
}
