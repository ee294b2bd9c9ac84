package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/// Any view as a picture.
@ExtendWith(Fx.class)
class ExportViewTest {
    @TempDir
    private Path folder;

    @Test
    void theTimelineIsWrittenAsPixelsAndAsVectors() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            bench.load("go1.27/pool-swallows-timeout.trace");
            Node view = bench.find(".timeline-view");
            BufferedImage png = ImageIO.read(export(bench, "timeline.png").toFile());
            assertEquals(2 * view.getLayoutBounds().getWidth(), png.getWidth(), 40, "but for the bar");
            assertTrue(colours(png) > 20, "the lanes are drawn");

            var builders = DocumentBuilderFactory.newInstance();
            builders.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var svg = builders.newDocumentBuilder().parse(export(bench, "timeline.svg").toFile());
            assertEquals("svg", svg.getDocumentElement().getTagName());
            assertTrue(texts(svg.getElementsByTagName("text")).contains("Whole trace"));

            try (PDDocument pdf = Loader.loadPDF(export(bench, "timeline.pdf").toFile())) {
                assertEquals(1, pdf.getNumberOfPages());
                String text = new PDFTextStripper().getText(pdf);
                assertTrue(text.contains("Whole trace") && text.contains("853.9 ms"), text);
            }
        }
    }

    @Test
    void everyOtherPageIsWrittenToo() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            for (PageKey page : PageKey.values()) {
                Fx.run(() -> session.pageProperty().set(page));
                Fx.pulse(3);
                BufferedImage png = ImageIO.read(export(bench, page.name() + ".png").toFile());
                assertTrue(png.getWidth() > 600 && png.getHeight() > 300 && colours(png) > 3,
                        page + " " + png.getWidth() + "x" + png.getHeight() + " " + colours(png));
            }
        }
    }

    private Path export(Bench bench, String name) throws Exception {
        Path file = folder.resolve(name);
        bench.answers().setPicture(file);
        Fx.run(() -> bench.window().commands().get("export-view").run());
        bench.awaitNotice("Picture written to " + file);
        Fx.run(() -> bench.window().actions().noticeProperty().set(null));
        assertTrue(Files.size(file) > 0);
        return file;
    }

    private static int colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours.size();
    }

    private static Set<String> texts(NodeList nodes) {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent().strip());
        }
        return texts;
    }
}
