package dev.faultline.views.chart;

import dev.faultline.trace.Trace;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import java.awt.Color;
import java.awt.Font;

/// The look of charts: the colors of the current palette and the type of the window or the report.
///
/// @param palette light or dark
/// @param font for all text; its size is that of axis labels
/// @param fallback for names whose letters `font` lacks
/// @param calledNs what trace time 0 is called: more than 0 in a stretch of a longer trace
public record ChartTheme(Palette palette, Font font, Font fallback, long calledNs) {
    private static final double TINT = 0.22;

    /// A theme whose font has all letters there are, as those of a screen have.
    public ChartTheme(Palette palette, Font font) {
        this(palette, font, font, 0);
    }

    /// The same for charts of a trace.
    public ChartTheme of(Trace trace) {
        return new ChartTheme(palette, font, fallback, trace.originNs());
    }

    /// The font for a name.
    Font fontFor(String name) {
        return font.canDisplayUpTo(name) < 0 ? font : fallback;
    }

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

    /// A name of the program, with question marks for what cannot be printed.
    String printable(String name) {
        Font wanted = fontFor(name);
        StringBuilder text = new StringBuilder();
        name.codePoints().map(cp -> !Character.isISOControl(cp) && wanted.canDisplay(cp) ? cp : '?')
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static int mix(int ink, int ground) {
        return (int) Math.round(ink * TINT + ground * (1 - TINT));
    }
}
