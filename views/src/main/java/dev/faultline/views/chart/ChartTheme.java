package dev.faultline.views.chart;

import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import java.awt.Color;
import java.awt.Font;

/// How charts look: the colours of the palette in force, and the type of whoever shows them.
///
/// @param palette light or dark
/// @param font for all text; its size is that of axis labels
public record ChartTheme(Palette palette, Font font) {
    private static final double TINT = 0.22;

    /// The colour of a role.
    public Color of(Role role) {
        return new Color(palette.argb(role), true);
    }

    /// The colour of a role, mixed with much of the background: for areas that lie behind others. Opaque, so that it
    /// prints the same everywhere.
    public Color tint(Role role) {
        Color ink = of(role);
        Color ground = of(Role.BACKGROUND);
        return new Color(mix(ink.getRed(), ground.getRed()), mix(ink.getGreen(), ground.getGreen()),
                mix(ink.getBlue(), ground.getBlue()));
    }

    /// A name of the program, with a question mark for what the font cannot print.
    String printable(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().map(cp -> !Character.isISOControl(cp) && font.canDisplay(cp) ? cp : '?')
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static int mix(int ink, int ground) {
        return (int) Math.round(ink * TINT + ground * (1 - TINT));
    }
}
