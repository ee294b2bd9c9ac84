package dev.faultline.views.report.page;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import dev.faultline.views.graphics.Fonts;
import dev.faultline.views.graphics.GraphicsSurface;
import dev.faultline.views.report.content.Picture;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Lays a document out on pages and writes it: tagged for readers that do not see it (PDF/UA-1), self-contained and with
/// text that can be taken out again (PDF/A-3u). Loads nothing from anywhere.
final class PdfFile {
    /// Kept here: an unreferenced logger is collected together with its level.
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");
    private static final Logger FONTBOX = Logger.getLogger("org.apache.fontbox");

    private static final Pattern CREATED = Pattern.compile("\\s*<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    private PdfFile() {
    }

    static void write(Document page, List<Picture> pictures, PdfFonts fonts, OutputStream out) throws IOException {
        silence();
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = builder(page, pictures, fonts, document).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            withoutDates(document);
            document.save(out);
        }
    }

    /// The same report is the same file: it holds neither the time at which it was written nor a name made of that.
    private static void withoutDates(PDDocument document) throws IOException {
        document.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        document.setDocumentId(0L);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(
                CREATED.matcher(xmp).replaceAll("").getBytes(StandardCharsets.UTF_8));
    }

    private static PdfRendererBuilder builder(Document page, List<Picture> pictures, PdfFonts fonts,
            PDDocument document) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Faultline");
        builder.useUriResolver((base, uri) -> null);
        builder.usePDDocument(document);
        for (Fonts font : Fonts.values()) {
            builder.useFont(fonts.supplier(font, document), font.family(), font.weight(), FontStyle.NORMAL, true);
        }
        builder.useObjectDrawerFactory(drawers(pictures));
        builder.withW3cDocument(page, null);
        return builder;
    }

    private static DefaultObjectDrawerFactory drawers(List<Picture> pictures) {
        DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer(PdfForm.PICTURE_TYPE, new Drawer(pictures));
        return factory;
    }

    /// Draws the picture that an element stands for.
    private record Drawer(List<Picture> pictures) implements FSObjectDrawer {
        @Override
        public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height,
                OutputDevice out, RenderingContext context, int dotsPerPixel) {
            Picture picture = pictures.get(Integer.parseInt(element.getAttribute(PdfForm.PICTURE_NUMBER)));
            float w = (float) (width / dotsPerPixel);
            float h = (float) (height / dotsPerPixel);
            out.drawWithGraphics((float) x, (float) y, w, h, g -> {
                g.transform(AffineTransform.getScaleInstance(w / picture.width(), h / picture.height()));
                paint(picture, g);
            });
            return Map.of();
        }
    }

    private static void paint(Picture picture, Graphics2D g) {
        switch (picture.art()) {
            case Picture.Art.Drawing drawing -> drawing.painted().on(new GraphicsSurface(g));
            case Picture.Art.Chart chart -> chart.chart().draw(g,
                    new Rectangle2D.Double(0, 0, picture.width(), picture.height()));
        }
    }

    private static void silence() {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.SEVERE));
        PDFBOX.setLevel(Level.SEVERE);
        FONTBOX.setLevel(Level.SEVERE);
    }
}
