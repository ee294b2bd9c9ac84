package dev.faultline.views.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.WaitKind;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import dev.faultline.trace.event.Frame;
import dev.faultline.views.graphics.Printable;
import dev.faultline.views.timeline.Synthetic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class HostileTextTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"<script>&amp;</div>]]><!--", "\u0000\u0007\u001b[31m\u007f\u009b", "\ud800 alone \udc00",
            "\u202egnp.exe\u202c\u2066\ufeff\u200b", "\ufffe\uffff\u0378\ue000", "'\\\"); } @page { size: 1px } /*",
            "file:///etc/passwd url(http://x/)", "👩‍👩‍👧‍👦🏴", "\r\n\t \u2028\u2029", ""})
    void anyTextMakesAReport(String hostile) throws IOException {
        try (PDDocument report = Sample.report(runOf(hostile), List.of(findingOf(hostile)), folder)) {
            assertTrue(report.getNumberOfPages() >= 2 && report.getNumberOfPages() < 12);
            assertTrue(Sample.text(report).contains("Why it matters"));
            assertEquals(595, report.getPage(0).getMediaBox().getWidth(), 1);
        }
    }

    @Test
    void markupIsPrintedAsItIs() throws IOException {
        try (PDDocument report = Sample.report(runOf("<b>&lt;"), List.of(findingOf("<b>&lt;")), folder)) {
            assertTrue(Sample.text(report).contains("<b>&lt;"));
        }
    }

    @Test
    void lettersOfAllScriptsArrive() throws IOException {
        String chinese = "处理请求";
        String cyrillic = "Привет";
        String greek = "Ωμέγα";
        try (PDDocument report = Sample.report(runOf(chinese + cyrillic), List.of(findingOf(greek + chinese)),
                folder)) {
            String text = Sample.text(report);
            assertTrue(text.contains(chinese + cyrillic), text);
            assertTrue(text.contains(greek + chinese), text);
        }
    }

    @Test
    void aVeryLongWordStaysInsideTheMargins() throws IOException {
        String word = "x".repeat(1_500);
        try (PDDocument report = Sample.report(runOf(word), List.of(findingOf(word)), folder)) {
            Sample.assertMarginsAreEmpty(report);
        }
    }

    @Test
    void nothingInvisibleIsPrinted() {
        assertEquals("a\\x1b[0m\\u202eb c", Printable.of("a\u001b[0m\u202eb\nc"));
        assertEquals("\\ud800x", Printable.of("\ud800x"));
        assertEquals("‹U+1F469›", Printable.of("👩"));
        assertEquals("плюс +, 645\u202f000 处", Printable.of("плюс +, 645\u202f000 处"));
        assertTrue(Printable.of("y".repeat(5_000)).endsWith("… (5000 characters in total)"));
    }

    private static Synthetic runOf(String name) {
        return Sample.run().named(name).goroutine(name, WaitKind.SLEEP, 0, 1_000, 900_000_000).task(9, name, 0, 1_000);
    }

    private static Finding findingOf(String text) {
        Evidence evidence = new Evidence(List.of(4L), List.of(new Evidence.Interval(0, 1_000, 4, text, true)),
                List.of(new Evidence.StackCount(text, 1, List.of(new Frame(text, text, -1, -1)))), List.of(9L),
                List.of());
        return new Finding(text, Severity.WARNING, Confidence.POSSIBLE, text, text, text, evidence,
                List.of(new Figure("a_ns", text, Double.NaN)), null, Double.POSITIVE_INFINITY);
    }
}
