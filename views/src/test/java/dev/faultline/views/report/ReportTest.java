package dev.faultline.views.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.views.timeline.Synthetic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ReportTest {
    private static final List<Finding> FINDINGS = List.of(
            Sample.finding("pool-starvation", Severity.CRITICAL, "All 4 workers were blocked. Nobody was served."),
            Sample.finding("network-wait", Severity.NOTICE, "84 % of the time was network wait."));

    @TempDir
    Path folder;

    @Test
    void saysFirstWhatIsWrongAndThenShowsIt() throws IOException {
        try (PDDocument report = Sample.report(Sample.run(), FINDINGS, folder)) {
            String text = Sample.text(report);
            for (String expected : List.of("sample.trace", "Go 1.26 or later", "900.0 ms", "GOMAXPROCS 2",
                    "3 goroutines",
                    "complete", "One critical finding and one notice.",
                    "All 4 workers were blocked. Nobody was served. Set a deadline on the connection.",
                    "Goroutines by state", "Heap and heap goal", "up to 4.00 MB", "main.worker", "1 pool-starvation",
                    "2 network-wait", "likely", "longest hold 801.6 ms", "main.worker spans.go:231",
                    "It matters because of this.", "G1 worker", "Task call #7", "Goroutines 1 and 3", "Appendix")) {
                assertTrue(text.contains(expected), () -> "lacks: " + expected + "\nin: " + text);
            }
            assertTrue(text.indexOf("One critical finding") < text.indexOf("The run at a glance"));
            assertTrue(text.contains("Severity Finding Summary Confidence Page critical pool-starvation"), text);
            assertFalse(text.contains("Then look again. Severity"), "the verdict has the first sentence of the advice");
        }
    }

    @Test
    void aRunWithoutFindingsIsToldSo() throws IOException {
        try (PDDocument report = Sample.report(Sample.run(), List.of(), folder)) {
            String text = Sample.text(report);
            assertTrue(text.contains("No findings in "), text);
            assertFalse(text.contains("Severity"), text);
        }
    }

    @Test
    void outlineAndLinksLeadToTheFindings() throws IOException {
        try (PDDocument report = Sample.report(Sample.run(), FINDINGS, folder)) {
            List<String> titles = titles(report);
            assertTrue(titles.containsAll(List.of("Verdict", "The run at a glance", "Where goroutines spent their time",
                    "Findings", "1 pool-starvation", "2 network-wait", "Appendix", "Thresholds")),
                    titles::toString);
            Set<Integer> pages = new TreeSet<>();
            for (PDAnnotation link : report.getPage(0).getAnnotations(a -> a instanceof PDAnnotationLink)) {
                PDActionGoTo go = (PDActionGoTo) ((PDAnnotationLink) link).getAction();
                pages.add(((PDPageDestination) go.getDestination()).retrievePageNumber());
            }
            assertEquals(new TreeSet<>(List.of(pageOf(report, "1 pool-starvation"), pageOf(report, "2 network-wait"))),
                    pages);
        }
    }

    @Test
    void everyPageHasItsNumber() throws IOException {
        try (PDDocument report = Sample.report(Sample.run(), FINDINGS, folder)) {
            int pages = report.getNumberOfPages();
            String text = Sample.text(report);
            for (int i = 1; i <= pages; i++) {
                assertTrue(text.contains(i + " / " + pages), "page " + i);
            }
        }
    }

    @Test
    void fontsAreEmbeddedAsSubsetsAndPicturesAreVectors() throws IOException {
        Synthetic run = Sample.run().goroutine("main.处理", WaitKind.SLEEP, 0, 100, 900_000_000);
        try (PDDocument report = Sample.report(run, FINDINGS, folder)) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : report.getPages()) {
                collect(page.getResources(), fonts);
            }
            assertTrue(fonts.size() > 3);
            for (PDFont font : fonts) {
                assertTrue(font.isEmbedded(), font.getName());
                assertTrue(font.getName().matches("[A-Z]{6}\\+(DejaVu|Droid).*"), font.getName());
            }
            assertTrue(fonts.stream().anyMatch(f -> f.getName().contains("Droid")));
        }
        assertTrue(Files.size(folder.resolve("report.pdf")) < 400_000);
    }

    @Test
    void manyFindingsAreBounded() throws IOException {
        List<Finding> many = IntStream.range(0, 400)
                .mapToObj(i -> Sample.finding("goroutine-leak", Severity.WARNING, "Leak number " + i + ".")).toList();
        try (PDDocument report = Sample.report(Sample.run(), many, folder)) {
            String text = Sample.text(report);
            assertTrue(text.contains("400 warnings"), text.substring(0, 400));
            assertTrue(text.contains("and 100 more, each described below"));
            assertTrue(text.contains("Leak number 399."), "every finding is told");
            assertTrue(report.getNumberOfPages() < 75, () -> report.getNumberOfPages() + " pages");
        }
    }

    @Test
    void anUnwritablePlaceIsAnErrorAndLeavesNothing() throws IOException {
        Path nowhere = folder.resolve("missing/report.pdf");
        Assertions.assertThrows(NoSuchFileException.class,
                () -> Report.write(new Facts(Sample.run().build()),
                        new Judgement(Settings.DEFAULTS, List.of(), List.of()), nowhere));
        Files.writeString(folder.resolve("report.pdf"), "old");
        Sample.report(Sample.run(), List.of(), folder).close();
        try (var left = Files.list(folder)) {
            assertEquals(List.of("report.pdf"), left.map(p -> p.getFileName().toString()).toList());
        }
    }

    /// Index of the page that has these words.
    private static int pageOf(PDDocument report, String words) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        for (int page = 1; page <= report.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            if (stripper.getText(report).contains(words)) {
                return page - 1;
            }
        }
        throw new AssertionError("no page has " + words);
    }

    private static List<String> titles(PDDocument report) {
        List<String> titles = new ArrayList<>();
        for (PDOutlineItem item : report.getDocumentCatalog().getDocumentOutline().children()) {
            titles.add(item.getTitle());
            item.children().forEach(child -> titles.add(child.getTitle()));
        }
        return titles;
    }

    private static void collect(PDResources resources, List<PDFont> fonts) throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            assertFalse(object instanceof PDImageXObject, "a picture is not made of vectors");
            if (object instanceof PDFormXObject form && form.getResources() != null) {
                collect(form.getResources(), fonts);
            }
        }
    }
}
