package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Samples;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every word that the rules say of every shipped trace and of [ScriptedTraces], against the files that are kept beside this test, one for each
/// folder of traces. The module's findings.md tells how to write them again after an intended change.
class FindingsGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/findings");
    private static final boolean UPDATE = "update".equals(System.getProperty("baseline"));
    private static final String HEAD = "# ";
    private static final String SCRIPTED = "scripted";

    static List<String> folders() {
        return Stream.concat(Samples.traces().stream().map(FindingsGoldenTest::folder).distinct(), Stream.of(SCRIPTED))
                .toList();
    }

    /// What is found in the traces of a folder, by their names.
    private static Map<String, Judgement> judged(String folder) {
        Map<String, Judgement> judged = new TreeMap<>();
        if (folder.equals(SCRIPTED)) {
            ScriptedTraces.all().forEach((name, script) -> judged.put(name,
                    Rules.judge(new Facts(script.build()), Settings.DEFAULTS)));
        } else {
            Samples.traces().stream().filter(t -> folder(t).equals(folder))
                    .forEach(t -> judged.put(name(t), Said.of(t).judgement()));
        }
        return judged;
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyTraceOfAFolderSaysWhatItSaidBefore(String folder) throws IOException {
        Map<String, String> now = new TreeMap<>();
        judged(folder).forEach((name, judgement) -> now.put(name, text(judgement)));
        Path file = GOLDEN.resolve(folder + ".txt");
        if (UPDATE) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, now.entrySet().stream().map(e -> HEAD + e.getKey() + "\n\n" + e.getValue())
                    .collect(Collectors.joining("\n")));
        }
        Map<String, String> kept = read(file);
        assertEquals(now.keySet(), kept.keySet(), "traces in " + file);
        assertAll(now.keySet().stream()
                .map(trace -> (Executable) () -> assertEquals(kept.get(trace), now.get(trace), trace)));
    }

    @Test
    void everyFolderOfTracesHasOneFile() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertEquals(new TreeSet<>(folders()), files.map(f -> f.getFileName().toString().replace(".txt", ""))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /// A rule whose words stand in none of the files is not held by them.
    @Test
    void everyRuleFindsSomethingSomewhere() {
        TreeSet<String> silent = Rules.all().stream().map(r -> r.id()).collect(Collectors.toCollection(TreeSet::new));
        folders().forEach(folder -> judged(folder).values()
                .forEach(judgement -> judgement.all().forEach(f -> silent.remove(f.id()))));
        assertEquals(new TreeSet<>(), silent);
    }

    /// `leak-corpus-goker` for the traces of that folder.
    private static String folder(Path trace) {
        return Samples.ROOT.relativize(trace.getParent()).toString().replace('\\', '/').replace('/', '-');
    }

    private static String name(Path trace) {
        return trace.getFileName().toString().replaceFirst("\\.trace(\\.gz)?$", "");
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> traces = new LinkedHashMap<>();
        for (String part : Files.readString(file).split("(?m)^" + HEAD)) {
            int end = part.indexOf("\n\n");
            if (end >= 0) {
                traces.put(part.substring(0, end), part.substring(end + 2).stripTrailing() + "\n");
            }
        }
        return traces;
    }

    private static String text(Judgement judgement) {
        List<String> parts = new ArrayList<>();
        judgement.all().forEach(f -> parts.add(text(f)));
        judgement.rulesByMissingData().forEach(
                (missing, rules) -> parts.add("not checked: " + String.join(", ", rules) + ": " + missing + "\n"));
        return parts.isEmpty() ? "nothing\n" : String.join("", parts);
    }

    private static String text(Finding finding) {
        Frame site = finding.site();
        StringBuilder text = new StringBuilder("%s, %s: %s at %s, %s\n".formatted(finding.severity().label(),
                finding.confidence().label(), finding.id(), site == null ? "-" : Places.of(site),
                Units.count(finding.evidence().goroutines().size(), "goroutine")));
        text.append("  ").append(finding.summary()).append("\n  why: ").append(finding.why()).append("\n  advice: ")
                .append(finding.advice()).append('\n');
        line(text, "figures", finding.figures().stream().map(f -> f.label() + " " + f.name() + "=" + number(f.value()))
                .toList());
        line(text, "stacks", labels(finding.evidence().stacks(), Evidence.StackCount::label));
        line(text, "intervals", labels(finding.evidence().intervals(), Evidence.Interval::label));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, List<String> parts) {
        if (!parts.isEmpty()) {
            text.append("  ").append(name).append(": ").append(String.join(" · ", parts)).append('\n');
        }
    }

    /// Each label with how often it stands there.
    private static <T> List<String> labels(List<T> evidence, Function<T, String> label) {
        Map<String, Long> counts = evidence.stream()
                .collect(Collectors.groupingBy(label, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(e -> e.getValue() + " × " + e.getKey()).toList();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.4f", value);
    }
}
