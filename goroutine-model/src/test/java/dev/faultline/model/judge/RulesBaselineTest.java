package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Samples;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.Units;
import dev.faultline.trace.event.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What all rules say of every shipped trace, one line a finding, against the text that is kept beside this test. The
/// module's findings.md tells how to write the texts anew after a change that is meant.
class RulesBaselineTest {
    private static final Path TEXTS = Path.of("src/test/resources/baseline");
    private static final boolean UPDATE = "update".equals(System.getProperty("baseline"));

    static List<Path> traces() {
        return Samples.traces();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void saysWhatItSaidBefore(Path trace) throws IOException {
        Path kept = TEXTS.resolve(name(trace));
        String now = Said.of(trace).findings().stream().map(RulesBaselineTest::line).collect(Collectors.joining());
        if (UPDATE) {
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, now);
        }
        assertEquals(Files.readString(kept), now, () -> "findings of " + trace);
    }

    @Test
    void keepsNoTextOfATraceThatIsGone() throws IOException {
        List<String> known = traces().stream().map(RulesBaselineTest::name).toList();
        try (Stream<Path> files = Files.walk(TEXTS)) {
            for (Path text : files.filter(Files::isRegularFile).toList()) {
                String name = TEXTS.relativize(text).toString().replace('\\', '/');
                if (UPDATE && !known.contains(name)) {
                    Files.delete(text);
                } else {
                    assertTrue(known.contains(name), name);
                }
            }
        }
    }

    /// `go1.27/nil-channel.txt` for the trace of that name.
    private static String name(Path trace) {
        return Samples.ROOT.relativize(trace).toString().replace('\\', '/').replaceFirst("\\.trace(\\.gz)?$", ".txt");
    }

    private static String line(Finding finding) {
        Frame site = finding.site();
        String figures = finding.figures().stream().map(f -> f.name() + "=" + number(f.value()))
                .collect(Collectors.joining(" "));
        return "%s %s %s | %s | %s | %s%n".formatted(finding.severity().label(), finding.confidence().label(),
                finding.id(), site == null ? "-" : Places.of(site),
                Units.count(finding.evidence().goroutines().size(), "goroutine"), figures)
                .replace("\r\n", "\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.4f", value);
    }
}
