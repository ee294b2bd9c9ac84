package dev.faultline.views.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Suppression;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class RealTraceReportTest {
    private static final Path SAMPLES = Path.of("../sample-traces");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"go1.27/pool-swallows-timeout", "go1.27/slow-leak", "go1.27/span-not-ended",
            "go1.27/stw-storm", "go1.19/lock-order-deadlock"})
    void everyFindingIsInTheReport(String name) throws IOException {
        try (Trace trace = TraceReader.read(SAMPLES.resolve(name + ".trace"), Progress.NONE)) {
            TraceModel model = ModelBuilder.build(trace, Progress.NONE);
            Judgement judgement = Rules.judge(new Facts(model), Settings.DEFAULTS);
            List<Finding> findings = judgement.findings();
            assertTrue(findings.size() > 0, "the sample has findings");
            Path file = folder.resolve("report.pdf");
            Report.write(new Facts(model), judgement, file);
            try (PDDocument report = Loader.loadPDF(file.toFile())) {
                String text = Sample.text(report);
                for (int i = 0; i < findings.size(); i++) {
                    String title = i + 1 + " " + findings.get(i).id();
                    assertTrue(text.contains(title), () -> "lacks " + title);
                    String advice = words(findings.get(i).advice());
                    assertTrue(words(text).contains(advice), () -> "lacks " + advice);
                }
                for (String wrong : List.of("NaN", "null", "Infinity", "java.")) {
                    assertTrue(!text.contains(wrong), () -> "has " + wrong + ": " + text);
                }
                Sample.assertMarginsAreEmpty(report);
            }
        }
    }

    /// Letters and figures only: the report breaks long names between lines.
    private static String words(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Test
    void aHealthyRunIsCalledSo() throws IOException {
        String text = report("go1.27/healthy-load", Settings.DEFAULTS);
        assertTrue(text.contains("No findings in "), text);
        assertTrue(text.contains("Go 1.26 or later"), text);
    }

    @Test
    void thresholdsThatWereSetAreSaid() throws IOException {
        String text = report("go1.27/healthy-load",
                new Settings(Map.of("long-stw.threshold_ns", 2_500_000.0), List.of()));
        assertEquals(2, text.split("\\(set; default 10.0 ms\\)", -1).length - 1,
                "once among those that were changed, once in the list of all");
        assertTrue(text.contains("2.50 ms"), text);
    }

    @Test
    void whatIsSuppressedOrCannotBeJudgedIsSaid() throws IOException {
        String text = report("go1.27/slow-leak",
                new Settings(Map.of(), List.of(new Suppression("goroutine-leak", "main.slowLeak*"))));
        assertTrue(text.contains("1 finding suppressed · "), text);
        assertTrue(text.contains("Suppressed by the settings: goroutine-leak @ main.slowLeak*."), text);
        assertTrue(text.contains("Not checked: missing data"), text);
        assertTrue(text.contains("The program marks no tasks"), text);
        assertTrue(report("go1.27/slow-leak", Settings.DEFAULTS).contains("goroutine-leak"));
        assertFalse(report("go1.27/slow-leak", Settings.DEFAULTS).contains("suppressed"));
    }

    private String report(String name, Settings settings) throws IOException {
        Path file = folder.resolve("report.pdf");
        try (Trace trace = TraceReader.read(SAMPLES.resolve(name + ".trace"), Progress.NONE)) {
            Facts facts = new Facts(ModelBuilder.build(trace, Progress.NONE));
            Report.write(facts, Rules.judge(facts, settings), file);
        }
        try (PDDocument report = Loader.loadPDF(file.toFile())) {
            return Sample.text(report);
        }
    }
}
