package dev.faultline.views.graphics;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;

/// A drawing as the bytes of a picture file.
public final class PictureFile {
    /// Pixels for each px of a view.
    private static final int SCALE = 2;
    /// Points for each px: 72 and 96 to the inch.
    private static final float POINTS = 0.75f;

    private PictureFile() {
        // functions only
    }

    /// @param width px, at least 1
    /// @param height px, at least 1
    /// @param drawing paints with the origin at the upper left corner
    /// @throws IOException when the format's library fails
    public static byte[] of(PictureKind kind, int width, int height, Consumer<Graphics2D> drawing) throws IOException {
        return switch (kind) {
            case PNG -> png(width, height, drawing);
            case SVG -> svg(width, height, drawing);
            case PDF -> pdf(width, height, drawing);
        };
    }

    private static byte[] png(int width, int height, Consumer<Graphics2D> drawing) throws IOException {
        BufferedImage image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.scale(SCALE, SCALE);
        drawing.accept(g);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] svg(int width, int height, Consumer<Graphics2D> drawing) throws IOException {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument("http://www.w3.org/2000/svg",
                "svg", null);
        SVGGraphics2D g = new SVGGraphics2D(document);
        g.setSVGCanvasSize(new java.awt.Dimension(width, height));
        drawing.accept(g);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        g.stream(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
        g.dispose();
        return out.toByteArray();
    }

    private static byte[] pdf(int width, int height, Consumer<Graphics2D> drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width * POINTS, height * POINTS));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
            PdfBoxGraphics2DFontTextDrawer texts = new PdfBoxGraphics2DFontTextDrawer();
            for (Fonts font : Fonts.values()) {
                texts.registerFont(font.awtName(), font.open());
            }
            g.setFontTextDrawer(texts);
            drawing.accept(g);
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(org.apache.pdfbox.util.Matrix.getScaleInstance(POINTS, POINTS));
                content.drawForm(g.getXFormObject());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
