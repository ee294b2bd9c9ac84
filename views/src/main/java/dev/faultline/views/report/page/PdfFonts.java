package dev.faultline.views.report.page;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import dev.faultline.views.graphics.Fonts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The typefaces of one document. Their files are read in the background while the document is written; the large
/// fallback only when a letter needs it.
final class PdfFonts {
    private final Map<Fonts, CompletableFuture<TrueTypeFont>> reading = new EnumMap<>(Fonts.class);

    PdfFonts() {
        for (Fonts font : Fonts.values()) {
            if (font != Fonts.FALLBACK) {
                reading.put(font, CompletableFuture.supplyAsync(() -> parse(font)));
            }
        }
    }

    /// Puts a face into a document, as the subset of the letters that it uses, when the renderer first asks for it.
    PDFontSupplier supplier(Fonts font, PDDocument document) {
        return new PDFontSupplier(null) {
            @Override
            public PDFont supply() {
                try {
                    return PDType0Font.load(document, file(font), true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private TrueTypeFont file(Fonts font) {
        CompletableFuture<TrueTypeFont> file = reading.get(font);
        return file == null ? parse(font) : file.join();
    }

    private static TrueTypeFont parse(Fonts font) {
        try (InputStream in = font.open()) {
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // no ligatures: the layout measures letters one by one, and looking for them takes its time
            file.setEnableGsub(false);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
