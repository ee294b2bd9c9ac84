package dev.faultline.app.ui.text;

import dev.faultline.model.rules.Figure;
import dev.faultline.views.scale.Units;

/// Figures of findings as people read them.
public final class FigureWords {
    private FigureWords() {
    }

    /// The value with its unit, which the figure's name ends in.
    public static String value(Figure figure) {
        String name = figure.name();
        double value = figure.value();
        if (name.endsWith("_ns")) {
            return Units.duration(Math.round(value));
        }
        if (name.endsWith("_bytes")) {
            return Units.bytes(Math.round(value));
        }
        if (name.endsWith("_ratio")) {
            return Units.share(value);
        }
        return value == Math.rint(value)
                ? Units.count(Math.round(value))
                : String.format(java.util.Locale.ROOT, "%.1f",
                        value);
    }
}
