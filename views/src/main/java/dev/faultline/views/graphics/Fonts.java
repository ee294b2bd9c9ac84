package dev.faultline.views.graphics;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The typefaces that come with the program; a report never depends on what the machine has installed. The renderer
/// matches the text of pictures to embedded fonts by the AWT family name, so the names here are those of the files.
public enum Fonts {
    SANS("DejaVu Sans", 400, "DejaVuSans.ttf"),
    SANS_BOLD("DejaVu Sans", 700, "DejaVuSans-Bold.ttf"),
    MONO("DejaVu Sans Mono", 400, "DejaVuSansMono.ttf"),
    MONO_BOLD("DejaVu Sans Mono", 700, "DejaVuSansMono-Bold.ttf"),
    /// Chinese, Japanese and Korean, for letters that the others lack.
    FALLBACK("Droid Sans Fallback", 400, "DroidSansFallbackFull.ttf");

    private final String family;
    private final int weight;
    private final String file;
    private @Nullable Font font;

    Fonts(String family, int weight, String file) {
        this.family = family;
        this.weight = weight;
        this.file = file;
    }

    public String family() {
        return family;
    }

    public int weight() {
        return weight;
    }

    /// The font's file; the caller closes it.
    public InputStream open() {
        InputStream in = Fonts.class.getResourceAsStream("fonts/" + file);
        if (in == null) {
            throw new IllegalStateException("the font " + file + " is missing from the program");
        }
        return in;
    }

    /// The font for drawing, at this size in px.
    public Font size(float px) {
        return font().deriveFont(px);
    }

    public boolean has(int codePoint) {
        return font().canDisplay(codePoint);
    }

    /// Its name among Java's fonts.
    String awtName() {
        return font().getFontName();
    }

    /// Whether any of the fonts can print this letter.
    public static boolean covers(int codePoint) {
        return SANS.has(codePoint) || FALLBACK.has(codePoint);
    }

    /// The face for a letter: the wanted one, else the first that has it.
    public static Fonts facing(int codePoint, Fonts wanted) {
        if (codePoint < 0x7f || wanted.has(codePoint)) {
            return wanted;
        }
        return SANS.has(codePoint) ? SANS : FALLBACK;
    }

    private synchronized Font font() {
        Font known = font;
        if (known != null) {
            return known;
        }
        try (InputStream in = open()) {
            Font read = Font.createFont(Font.TRUETYPE_FONT, in);
            font = read;
            return read;
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + file + " cannot be used", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
