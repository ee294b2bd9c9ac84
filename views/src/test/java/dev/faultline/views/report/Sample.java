package dev.faultline.views.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Metric;
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
import dev.faultline.views.timeline.Synthetic;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/// A small run with findings, and what reading its report back tells.
final class Sample {
    private Sample() {
    }

    static Synthetic run() {
        return new Synthetic(900_000_000).named("sample.trace")
                .goroutine("main.worker", WaitKind.NETWORK, 0, 1_000_000, 700_000_000, 900_000_000)
                .goroutine("main.worker", WaitKind.NETWORK, 5_000_000, 6_000_000, 900_000_000)
                .goroutine("main.sender", WaitKind.CHAN_SEND, 5_000_000, 6_000_000, 900_000_000)
                .metric(Metric.HEAP_OBJECTS, new long[]{0, 400_000_000}, 1_000_000, 4_000_000)
                .metric(Metric.HEAP_GOAL, new long[]{0}, 4_200_000)
                .metric(Metric.GOMAXPROCS, new long[]{0}, 2)
                .task(7, "call", 10_000_000, 200_000_000)
                .pause("read mem stats", 100_000_000, 100_300_000);
    }

    static Finding finding(String id, Severity severity, String summary) {
        List<Frame> frames = List.of(new Frame("net.(*conn).Read", "/usr/lib/go/src/net/net.go", 196, 0),
                new Frame("main.worker", "/home/u/app/spans.go", 231, 0));
        Evidence evidence = new Evidence(List.of(1L, 3L),
                List.of(new Evidence.Interval(200_000_000, 700_000_000, 1, "goes on after its task", true)),
                List.of(new Evidence.StackCount("where they wait", 4, frames)), List.of(7L), List.of());
        return new Finding(id, severity, Confidence.LIKELY, summary, "It matters because of this.",
                "Set a deadline on the connection. Then look again.", evidence,
                List.of(new Figure("hold_ns", "longest hold", 801.6e6), new Figure("busy_count", "busy at a time", 4)),
                evidence.stacks().isEmpty() ? null : evidence.stacks().getFirst().frames().getFirst(), 3.2e9);
    }

    /// The report of a run, read back; the caller closes it.
    static PDDocument report(Synthetic run, List<Finding> findings, Path folder) throws IOException {
        Path file = folder.resolve("report.pdf");
        Report.write(new Facts(run.build()), new Judgement(Settings.DEFAULTS, findings, List.of()), file);
        return Loader.loadPDF(file.toFile());
    }

    /// Its text with all white space as single spaces.
    static String text(PDDocument report) throws IOException {
        return new PDFTextStripper().getText(report).replaceAll("[\\s\u00a0]+", " ");
    }

    /// Nothing reaches over the margins, 15 mm at the sides less what rounding takes.
    static void assertMarginsAreEmpty(PDDocument report) throws IOException {
        PDFRenderer renderer = new PDFRenderer(report);
        for (int i = 0; i < report.getNumberOfPages(); i++) {
            BufferedImage image = renderer.renderImage(i, 0.5f);
            int margin = (int) (image.getWidth() * 14.5 / 210);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < margin; x++) {
                    int left = image.getRGB(x, y) & 0xffffff;
                    int right = image.getRGB(image.getWidth() - 1 - x, y) & 0xffffff;
                    assertEquals(0xffffff, left & right, "page " + (i + 1) + ", " + x + " px from a side, row " + y);
                }
            }
        }
    }
}
