package dev.faultline.views.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import dev.faultline.views.graphics.Fonts;
import java.awt.Shape;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Element;

/// Lays a document out on pages and writes it: tagged for readers that do not see it (PDF/UA-1), self-contained and with
/// text that can be taken out again (PDF/A-3u). Loads nothing from anywhere.
final class PdfFile {
    /// Kept here: an unreferenced logger is collected together with its level.
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");
    private static final Logger FONTBOX = Logger.getLogger("org.apache.fontbox");

    private PdfFile() {
    }

    static void write(ReportDocument page, PdfFonts fonts, OutputStream out) throws IOException {
        silence();
        try (PDDocument document = new PDDocument()) {
            builder(page, fonts, document).toStream(out).run();
        }
    }

    private static PdfRendererBuilder builder(ReportDocument page, PdfFonts fonts, PDDocument document) {
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
        builder.useObjectDrawerFactory(drawers(page.pictures()));
        builder.withW3cDocument(page.finish(), null);
        return builder;
    }

    private static DefaultObjectDrawerFactory drawers(List<Picture> pictures) {
        DefaultObjectDrawerFactory factory = new DefaultObjectDrawerFactory();
        factory.registerDrawer(ReportDocument.PICTURE_TYPE, new Drawer(pictures));
        return factory;
    }

    /// Draws the picture that an element stands for.
    private record Drawer(List<Picture> pictures) implements FSObjectDrawer {
        @Override
        public Map<Shape, String> drawObject(Element element, double x, double y, double width, double height,
                OutputDevice out, RenderingContext context, int dotsPerPixel) {
            Picture picture = pictures.get(Integer.parseInt(element.getAttribute(ReportDocument.PICTURE_NUMBER)));
            float w = (float) (width / dotsPerPixel);
            float h = (float) (height / dotsPerPixel);
            out.drawWithGraphics((float) x, (float) y, w, h, g -> {
                g.transform(AffineTransform.getScaleInstance(w / picture.width(), h / picture.height()));
                picture.drawing().accept(g);
            });
            return Map.of();
        }
    }

    private static void silence() {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.SEVERE));
        PDFBOX.setLevel(Level.SEVERE);
        FONTBOX.setLevel(Level.SEVERE);
    }
}
