package dev.faultline.views.report.page;

import dev.faultline.views.graphics.Fonts;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
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

    /// The style sheet of printed pages.
    ///
    /// @param fallback whether there are letters that only the fallback face has
    static String ofPaper(Paper paper, boolean fallback) {
        return coloured(resource("pdf.css")).replace(FALLBACK, fallback ? ", '" + Fonts.FALLBACK.family() + "'" : "")
                .replace("$paper", paper.size()).replace("$side", paper.side());
    }

    /// The style sheet of a screen, light and dark.
    ///
    /// @param roles whose colours pictures use
    static String ofScreen(Set<Role> roles) {
        String light = Colours.variables(Palette.light());
        return resource("html.css").replace("/*light*/", light).replace("/*dark*/", Colours.variables(Palette.dark()))
                + Colours.classes(roles);
    }

    private static String coloured(String css) {
        return COLOUR.matcher(css).replaceAll(m -> {
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

    /// A file of this package, as text.
    static String resource(String name) {
        try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
