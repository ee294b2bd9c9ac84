package dev.faultline.model.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Range;
import dev.faultline.model.Samples;
import dev.faultline.model.analysis.Facts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The text format of OpenMetrics 1.0, line by line.
class OpenMetricsTest {
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[n\\\\\"])*\",?)+\\})? (\\d+(?:\\.\\d+)?)");
    private static final Map<String, Set<String>> SUFFIXES = Map.of("gauge", Set.of(""), "counter", Set.of("_total"),
            "info", Set.of("_info"), "histogram", Set.of("_bucket", "_count", "_sum"));

    private static String text(Map<String, String> samplesByLabel) {
        OpenMetrics metrics = new OpenMetrics();
        samplesByLabel.forEach(
                (label, sample) -> Samples.check(Samples.trace(sample), m -> metrics.add(new Facts(m), label)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            metrics.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Reads the text as the standard says and returns the samples by name and labels.
    private static Map<String, Double> read(String text) {
        assertTrue(text.endsWith("\n# EOF\n"), text);
        Map<String, Double> samples = new HashMap<>();
        Set<String> families = new HashSet<>();
        String family = "";
        String type = "";
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", 4);
            if (line.equals("# EOF")) {
                continue;
            }
            if (words[0].equals("#")) {
                if (words[1].equals("TYPE")) {
                    family = words[2];
                    type = words[3];
                    assertTrue(families.add(family), "its samples must stand together: " + family);
                    assertTrue(SUFFIXES.containsKey(type), line);
                }
                assertEquals(family, words[2], line);
                assertTrue(!words[1].equals("UNIT") || family.endsWith("_" + words[3]), line);
                assertFalse(words[3].isBlank(), line);
                continue;
            }
            Matcher sample = SAMPLE.matcher(line);
            assertTrue(sample.matches(), line);
            assertTrue(sample.group(1).startsWith(family), line);
            assertTrue(SUFFIXES.get(type).contains(sample.group(1).substring(family.length())), line);
            assertEquals(null, samples.put(sample.group(1) + (sample.group(2) == null ? "" : sample.group(2)),
                    Double.parseDouble(sample.group(3))), line);
        }
        return samples;
    }

    @Test
    void saysWhatTheModelSays() {
        Map<String, Double> samples = read(text(Map.of("", "go1.27/stw-storm")));
        Samples.check(Samples.trace("go1.27/stw-storm"), model -> {
            Facts facts = new Facts(model);
            List<Range> pauses = model.ranges(Range.Kind.STW);
            double gc = samples.get("go_gc_pauses_seconds_count");
            double other = samples.get("go_sched_pauses_total_other_seconds_count");
            assertEquals(pauses.size(), gc + other);
            assertTrue(other > 20);
            assertEquals(pauses.stream().filter(p -> !p.reason().startsWith("GC ")).mapToLong(Range::durationNs).sum(),
                    samples.get("go_sched_pauses_total_other_seconds_sum") * 1e9, 1);
            assertEquals(pauses.stream().filter(p -> p.durationNs() <= 50_000 && !p.reason().startsWith("GC ")).count(),
                    samples.get("go_sched_pauses_total_other_seconds_bucket{le=\"0.00005\"}"));
            assertEquals(facts.timing().queueTimes().count(), samples.get("go_sched_latencies_seconds_count"));
            assertEquals(model.durationNs() / 1e9, samples.get("faultline_trace_duration_seconds"), 1e-9);
            assertEquals(model.trace().threads().size(), samples.get("go_threads"));
            assertEquals(facts.gcCycles().all().size(), samples.get("go_gc_cycles_total_gc_cycles_total"));
            assertEquals(facts.programTime().runningNs() / 1e9,
                    samples.get("faultline_goroutine_state_seconds_total{state=\"running\"}"), 1e-9);
        });
    }

    @Test
    void bucketsGrowToTheCount() {
        Map<String, Double> samples = read(text(Map.of("", "go1.27/gomaxprocs-changes")));
        double before = 0;
        for (String end : List.of("0.000001", "0.00001", "0.0001", "0.001", "0.01", "0.1", "1.0", "10.0", "+Inf")) {
            double count = samples.get("go_sched_latencies_seconds_bucket{le=\"" + end + "\"}");
            assertTrue(count >= before, end);
            before = count;
        }
        assertEquals(samples.get("go_sched_latencies_seconds_count"), before);
        assertTrue(before > 0);
    }

    @Test
    void severalTracesAreToldApartByALabel() {
        Map<String, Double> samples = read(
                text(Map.of("a \"quoted\\\nname\".trace", "go1.27/slow-leak", "b.trace", "go1.19/slow-leak")));
        assertEquals(2, samples.keySet().stream().filter(name -> name.startsWith("go_goroutines{")).count());
        assertTrue(samples.containsKey("go_goroutines{trace=\"a \\\"quoted\\\\\\nname\\\".trace\"}"),
                samples.keySet()::toString);
        assertFalse(samples.keySet().stream().anyMatch(name -> name.startsWith("go_gc_pauses_seconds")
                && name.contains("b.trace")), "Go 1.19 does not tell when pauses begin");
    }
}
