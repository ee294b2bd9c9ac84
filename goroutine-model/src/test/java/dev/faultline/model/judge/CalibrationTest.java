package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Samples;
import dev.faultline.model.rules.Confidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether findings are right as often as their confidence promises, over all labels of the shipped traces, against the
/// limits below and against the table in the module's documents. The document tells how to write the table again.
class CalibrationTest {
    private static final Path TABLE = Path.of("docs/calibration-table.md");
    private static final Map<Confidence, Double> PROMISED = Map.of(Confidence.CERTAIN, 0.995, Confidence.LIKELY, 0.97);
    private static final String HEAD = """
            # Calibration of the confidence on the shipped traces

            Written by `CalibrationTest`, which fails when it does not hold any more, or when fewer than 99.5 % of what is called
            certain or fewer than 97 % of what is called likely is right. To write it again, with the baselines:

            ```
            mvn -q -pl goroutine-model -am test -Dtest=CalibrationTest \\
                -Dsurefire.failIfNoSpecifiedTests=false -Dbaseline=update
            ```

            A finding is right where the labels beside its trace expect it, or where it names leaked goroutines only. It is wrong
            where they forbid it, where the trace is labelled as clean, or where it names a goroutine that did not leak. Those of
            which the labels say nothing are not counted. The interval is Wilson's, for a confidence of 95 %. The rules were
            shaped on these traces: on others expect less.

            | confidence | right | wrong | share right | 95 % interval |
            |---|--:|--:|--:|---|
            """;

    /// How many findings are right and wrong.
    record Counts(int right, int wrong) {
        private static final double Z = 1.959964;

        Counts add(boolean isRight) {
            return new Counts(right + (isRight ? 1 : 0), wrong + (isRight ? 0 : 1));
        }

        int count() {
            return right + wrong;
        }

        double share() {
            return (double) right / count();
        }

        /// One end of Wilson's interval of the share.
        ///
        /// @param sign -1 for the lower end, 1 for the upper one
        double bound(int sign) {
            double n = count();
            double square = Z * Z;
            double middle = share() + square / (2 * n);
            double half = Z * Math.sqrt(share() * (1 - share()) / n + square / (4 * n * n));
            return (middle + sign * half) / (1 + square / n);
        }

        String row(String name) {
            return String.format(Locale.ROOT, "| %s | %d | %d | %s\n", name, right, wrong, count() == 0
                    ? "| |"
                    : String.format(Locale.ROOT, "%.1f %% | %.1f to %.1f %% |", 100 * share(), 100 * bound(-1),
                            100 * bound(1)));
        }
    }

    @Test
    void findingsAreRightAsOftenAsTheyPromise() throws IOException {
        Map<Confidence, Counts> counts = new EnumMap<>(Confidence.class);
        TreeSet<String> wrong = new TreeSet<>();
        for (Path trace : Samples.traces()) {
            Labels.of(trace).ifPresent(labels -> Said.of(trace).findings().forEach(f -> labels.right(f).ifPresent(r -> {
                counts.put(f.confidence(), counts.getOrDefault(f.confidence(), new Counts(0, 0)).add(r));
                if (!r) {
                    wrong.add("%s, %s: %s".formatted(Samples.ROOT.relativize(trace), f.confidence().label(), f.id()));
                }
            })));
        }
        StringBuilder table = new StringBuilder(HEAD);
        for (Confidence confidence : Confidence.values()) {
            table.append(counts.getOrDefault(confidence, new Counts(0, 0)).row(confidence.label()));
        }
        if ("update".equals(System.getProperty("baseline"))) {
            Files.writeString(TABLE, table);
        }
        PROMISED.forEach((confidence, share) -> assertTrue(counts.get(confidence).share() >= share, wrong::toString));
        assertEquals(Files.readString(TABLE), table.toString(), wrong::toString);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0.2065, 1", "10, 0, 0.7225, 1", "9, 1, 0.5958, 0.9821", "5, 5, 0.2366, 0.7634"})
    void theIntervalIsWilsons(int right, int wrong, double low, double high) {
        Counts counts = new Counts(right, wrong);
        assertEquals(low, counts.bound(-1), 0.0001);
        assertEquals(high, counts.bound(1), 0.0001);
    }
}
