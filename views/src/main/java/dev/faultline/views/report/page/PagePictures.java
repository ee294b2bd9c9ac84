package dev.faultline.views.report.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The pages of a PDF as pictures of pixels, for a preview.
public final class PagePictures {
    private PagePictures() {
    }

    /// The first pages.
    ///
    /// @param most pages
    /// @param dots to the inch
    public static List<BufferedImage> of(byte[] pdf, int most, float dots) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < Math.min(most, document.getNumberOfPages()); i++) {
                pages.add(renderer.renderImageWithDPI(i, dots, ImageType.RGB));
            }
            return pages;
        }
    }
}
