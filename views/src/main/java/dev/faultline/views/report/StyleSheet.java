package dev.faultline.views.report;

import dev.faultline.views.graphics.Fonts;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// The report's style sheet with the palette's colours filled in: the renderer knows no variables. `var(-fl-critical)`
/// is a role's colour, `tint(-fl-critical)` the same as a light ground behind text, `ink(-fl-warning)` dark enough to be
/// read as text on paper.
final class StyleSheet {
    private static final Pattern COLOUR = Pattern.compile("(var|tint|ink)\\((-fl-[a-z-]+)\\)");
    private static final String FALLBACK = ", fallback";
    private static final double TINT = 0.07;
    private static final double INK = 0.72;

    private StyleSheet() {
    }

    /// For text that the ordinary typefaces can print.
    static String plain() {
        return text().replace(FALLBACK, "");
    }

    /// For text with letters that only the fallback face has.
    static String withFallback() {
        return text().replace(FALLBACK, ", '" + Fonts.FALLBACK.family() + "'");
    }

    private static String text() {
        return COLOUR.matcher(resource()).replaceAll(m -> {
            int rgb = Palette.light().argb(role(m.group(2)));
            return "#" + HexFormat.of().toHexDigits(switch (m.group(1)) {
                case "tint" -> mix(rgb, Role.BACKGROUND, TINT);
                case "ink" -> mix(rgb, Role.TEXT, INK);
                default -> rgb & 0xffffff;
            }, 6);
        });
    }

    private static Role role(String variable) {
        return Role.valueOf(variable.substring("-fl-".length()).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static int mix(int rgb, Role with, double share) {
        int other = Palette.light().argb(with);
        int mixed = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            double value = (rgb >> shift & 0xff) * share + (other >> shift & 0xff) * (1 - share);
            mixed |= (int) Math.round(value) << shift;
        }
        return mixed;
    }

    private static String resource() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
