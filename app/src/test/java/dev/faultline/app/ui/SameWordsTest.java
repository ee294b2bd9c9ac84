package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.app.cli.Cli;
import dev.faultline.app.cli.output.ResultStream;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Figures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line, the window, the report and the JSON say the same of one trace, in the same words.
@ExtendWith(Fx.class)
@Tag("slow")
class SameWordsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"go1.27/pool-swallows-timeout", "go1.27/stw-storm", "go1.22/scheduler-saturation",
            "go1.19/lock-order-deadlock"})
    void figuresAndReleaseOfGo(String sample) throws Exception {
        Path trace = Bench.SAMPLES.resolve(sample + ".trace");
        Path json = folder.resolve("findings.json");
        Path pdf = folder.resolve("report.pdf");
        String analysis = printed("analyze", trace, "--json", json, "--pdf", pdf);
        String summary = printed("summary", trace);
        String report = text(pdf);
        JsonNode said = new ObjectMapper().readTree(json.toFile());
        try (Bench bench = Bench.open(folder.resolve("settings"))) {
            Session session = bench.load(sample + ".trace");
            List<Finding> findings = Fx.call(() -> List.copyOf(session.findings().shown()));
            assertFalse(findings.isEmpty());
            List<JsonNode> told = new ArrayList<>();
            said.at("/findings").forEach(f -> {
                if (!f.has("cause")) { // what follows from another finding is listed under that
                    told.add(f);
                }
            });
            assertEquals(findings.size(), told.size());
            for (int i = 0; i < findings.size(); i++) {
                Finding finding = findings.get(i);
                List<String> words = words(finding, told.get(i));
                assertTrue(analysis.contains(String.join(" · ", words)), () -> words + "\nin: " + analysis);
                words.forEach(figure -> assertTrue(report.contains(figure), () -> figure + "\nin: " + report));
                Fx.run(() -> session.findings().selectedProperty().set(finding));
                assertEquals(words, shown(bench));
            }
            String release = said.at("/trace/go_release").asText() + " (" + said.at("/trace/format").asText() + ")";
            assertTrue(release.startsWith("Go 1."), release);
            String status = ((Label) bench.find(".status .label")).getText();
            for (String text : List.of(analysis, summary, report, status)) {
                assertTrue(text.contains(release), () -> release + "\nin: " + text);
            }
        }
    }

    /// The figures that the JSON has of a finding, in words.
    private static List<String> words(Finding finding, JsonNode said) {
        assertEquals(finding.id(), said.path("id").asText());
        assertEquals(finding.figures().size(), said.path("figures").size());
        return finding.figures().stream().map(figure -> words(figure, said.path("figures").path(figure.name())))
                .toList();
    }

    private static String words(Figure figure, JsonNode value) {
        assertTrue(value.isNumber(), figure.name());
        return Figures.labelled(figure.label(), figure.name(), value.asDouble());
    }

    /// The figures beside the timeline.
    private static List<String> shown(Bench bench) throws Exception {
        var pane = (Parent) bench.find(".finding-text");
        return Fx.call(() -> pane.lookupAll(".figure-value").stream().map(Node::getParent).distinct()
                .map(row -> ((HBox) row).getChildren().stream().map(part -> ((Label) part).getText())
                        .collect(Collectors.joining(" ")))
                .toList());
    }

    /// What a command prints, with single spaces.
    private static String printed(Object... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ResultStream(out), new PrintStream(err, true, StandardCharsets.UTF_8),
                false, false);
        String[] words = new String[command.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = command[i].toString();
        }
        assertEquals(0, Cli.run(terminal, _ -> 0, words), () -> err.toString(StandardCharsets.UTF_8));
        return spaced(out.toString(StandardCharsets.UTF_8));
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument report = Loader.loadPDF(Files.readAllBytes(pdf))) {
            return spaced(new PDFTextStripper().getText(report));
        }
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ");
    }
}
