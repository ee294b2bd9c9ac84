package dev.faultline.views.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.trace.event.Frame;
import dev.faultline.views.report.content.Chapters;
import dev.faultline.views.report.content.ReportModel;
import dev.faultline.views.report.content.Subject;
import dev.faultline.views.timeline.Synthetic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All forms of one report with whatever a trace can hold: thousands of findings, names of 100 KB, markup, control
/// characters, text from right to left.
@Tag("slow")
class FormsTest {
    private static final String HOSTILE = "<script>alert(1)</script> \u202e\u05d0\u05d1\u0000\u001b[31m|`@all #12 </code></details>-->]]>";
    private static final int FINDINGS = 5_000;
    private static final Pattern WORDS = Pattern.compile("summary\\d+x|F\\d+d\\de");
    private static ReportModel many = model(1);
    private static ReportModel few = model(1);

    @BeforeAll
    static void make() {
        many = model(FINDINGS);
        few = model(120);
    }

    private static ReportModel model(int findings) {
        String huge = "h" + "x".repeat(100_000);
        Synthetic run = new Synthetic(900_000_000).named("<b>" + HOSTILE)
                .goroutine(HOSTILE, WaitKind.SLEEP, 0, 1_000, 900_000_000)
                .goroutine(huge, WaitKind.SLEEP, 0, 1_000, 900_000_000).task(9, HOSTILE, 0, 1_000);
        List<Finding> all = IntStream.range(0, findings).mapToObj(i -> finding(i, huge)).toList();
        return ReportModel.of(Subject.of(new Facts(run.build()), new Judgement(Settings.DEFAULTS, all, List.of())));
    }

    private static Finding finding(int i, String huge) {
        List<Frame> frames = new ArrayList<>();
        for (int depth = 0; depth < 4; depth++) {
            frames.add(new Frame(depth == 2 ? HOSTILE : "example.com/shop.F" + i + "d" + depth + "e",
                    "/src/shop/a" + depth + ".go", depth, 0));
        }
        Evidence evidence = new Evidence(List.of(1L, 2L), List.of(new Evidence.Interval(0, 1_000, 1, HOSTILE, true)),
                List.of(new Evidence.StackCount(HOSTILE, 2, frames)), List.of(9L), List.of());
        return new Finding("goroutine-leak", i % 2 == 0 ? Severity.CRITICAL : Severity.NOTICE, Confidence.LIKELY,
                "summary" + i + "x of " + (i % 1_000 == 0 ? huge : HOSTILE), HOSTILE, HOSTILE, evidence,
                List.of(new Figure("a_ns", HOSTILE, Double.NaN)), frames.getFirst(), Double.POSITIVE_INFINITY,
                "key" + i);
    }

    private static byte[] written(ReportModel model, ReportForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report.write(model, form, ReportOptions.DEFAULTS, out);
        return out.toByteArray();
    }

    private static String text(ReportModel model, ReportForm form) throws IOException {
        return new String(written(model, form), StandardCharsets.UTF_8);
    }

    /// Every summary and every frame of every finding is there.
    private static void assertHoldsAll(String text, int findings) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORDS.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        for (int i = 0; i < findings; i++) {
            for (String word : List.of("summary" + i + "x", "F" + i + "d0e", "F" + i + "d1e", "F" + i + "d3e")) {
                assertTrue(words.contains(word), word);
            }
        }
    }

    private static void assertHarmless(String text) {
        int[] harmful = text.codePoints()
                .filter(c -> c != '\n' && Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE)
                .toArray();
        assertArrayEquals(new int[0], harmful);
    }

    @Test
    void htmlHoldsEverythingAsText() throws IOException {
        String html = text(many, ReportForm.HTML);
        assertHoldsAll(html, FINDINGS);
        assertHarmless(html);
        assertEquals(1, html.split("<script", -1).length - 1, "no script but the report's own");
        assertFalse(html.matches("(?s).*(src|href)=\"(?!#).*"), "nothing is loaded, and links stay within");
        assertFalse(html.contains("style=\""), "the policy forbids styles of elements");
        assertTrue(html.length() < 3_000 * FINDINGS, () -> html.length() + " characters");
    }

    @Test
    void markdownHoldsEverythingAsText() throws IOException {
        String markdown = text(many, ReportForm.MARKDOWN);
        assertHoldsAll(markdown, FINDINGS);
        assertHarmless(markdown);
        Rendered rendered = Rendered.of(text(few, ReportForm.MARKDOWN));
        assertHoldsAll(rendered.text(), 120);
        assertTrue(rendered.text().contains("<script>alert(1)</script>"), "markup is shown as it is");
        assertEquals(List.of(), rendered.links());
        assertEquals(List.of("code", "details", "summary"), rendered.elements());
        assertTrue(markdown.length() < 2_000 * FINDINGS, () -> markdown.length() + " characters");
    }

    @Test
    void paperHoldsEverythingAsText() throws IOException {
        byte[] pdf = written(few, ReportForm.PDF);
        try (PDDocument report = Loader.loadPDF(pdf)) {
            String text = Sample.text(report).replaceAll("[^\\p{L}\\p{N}]", "");
            assertHoldsAll(text, 120);
            Sample.assertMarginsAreEmpty(report);
        }
        assertTrue(pdf.length < 3_000_000, () -> pdf.length + " bytes");
    }

    @Test
    void sarifHoldsEverythingAndKeepsItsSchema() throws IOException {
        String sarif = text(many, ReportForm.SARIF);
        assertHoldsAll(sarif, FINDINGS);
        assertHarmless(sarif);
        assertEquals(List.of(), Schemas.ofSarif(text(few, ReportForm.SARIF)));
        JsonNode result = new ObjectMapper().readTree(sarif).at("/runs/0/results/4999");
        assertEquals("note", result.at("/level").asText());
        assertEquals("key4999", result.at("/partialFingerprints/faultlineKey~1v1").asText());
        assertEquals(4, result.at("/stacks/0/frames").size());
        assertTrue(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText().startsWith("%3Cb%3E"));
    }

    @Test
    void junitIsBoundedAndKeepsItsSchema() throws Exception {
        assertHoldsAll(text(few, ReportForm.JUNIT), 50);
        String junit = text(many, ReportForm.JUNIT);
        assertTrue(junit.contains("more findings") && junit.length() < 300_000, () -> junit.length() + " characters");
        assertHarmless(junit);
        assertEquals(List.of(), Schemas.ofJunit(junit));
        assertTrue(junit.contains("failures=\"1\""), "one rule found something");
    }

    @ParameterizedTest
    @EnumSource
    void theSameReportIsTheSameFile(ReportForm form) throws IOException {
        List<Finding> findings = List.of(Sample.finding("pool-starvation", Severity.CRITICAL, "All were blocked."),
                Sample.finding("network-wait", Severity.NOTICE, "84 % was network wait 处理."));
        byte[][] files = new byte[2][];
        for (int i = 0; i < 2; i++) {
            Judgement judgement = new Judgement(Settings.DEFAULTS, findings, List.of());
            files[i] = written(ReportModel.of(Subject.of(new Facts(Sample.run().build()), judgement)), form);
        }
        assertArrayEquals(files[0], files[1]);
    }

    @Test
    void severalTracesAreChaptersWhoseLinksDoNotMix() throws IOException {
        List<Finding> findings = List.of(Sample.finding("pool-starvation", Severity.CRITICAL, "All were blocked."));
        Judgement judgement = new Judgement(Settings.DEFAULTS, findings, List.of());
        Subject first = Subject.of(new Facts(Sample.run().named("one.trace").build()), judgement);
        Subject second = Subject.of(new Facts(Sample.run().named("two.trace").build()), judgement)
                .with(Map.of(findings.getFirst(), "new"));
        ReportModel model = new ReportModel(List.of(Chapters.of(first, 1), Chapters.of(second, 2)));
        String html = text(model, ReportForm.HTML);
        assertTrue(html.contains("id=\"t1-finding-1\"") && html.contains("href=\"#t2-finding-1\""), html);
        assertTrue(html.contains("<td>new</td>"), "the baseline's verdict has a column");
        assertTrue(text(model, ReportForm.MARKDOWN).startsWith("# 2 traces\n"));
        JsonNode results = new ObjectMapper().readTree(text(model, ReportForm.SARIF)).at("/runs/0/results");
        assertEquals(2, results.size());
        assertEquals("new", results.at("/1/baselineState").asText());
        assertFalse(results.get(0).has("baselineState"), "not compared");
    }
}
