package dev.faultline.views.fx;

import dev.faultline.views.paint.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;

/// Widths of texts as sums of the widths of their letters. Names are cut to their room many times a frame; measuring each
/// attempt as a whole would take longer than all painting. Scripts whose letters join are measured whole.
final class GlyphAdvances {
    /// Letters below this code point stand beside one another, whatever comes before or after.
    private static final int SIMPLE = 0x300;
    private static final char ELLIPSIS = '…';

    private final ToDoubleBiFunction<String, TextStyle> measure;
    private final Map<TextStyle, double[]> known = new EnumMap<>(TextStyle.class);

    /// @param measure tells the width of a text
    GlyphAdvances(ToDoubleBiFunction<String, TextStyle> measure) {
        this.measure = measure;
    }

    double width(String text, TextStyle style) {
        double[] letters = known.computeIfAbsent(style, _ -> {
            double[] none = new double[SIMPLE + 1];
            Arrays.fill(none, Double.NaN);
            return none;
        });
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= SIMPLE && c != ELLIPSIS) {
                return measure.applyAsDouble(text, style);
            }
            int at = Math.min(c, SIMPLE);
            if (Double.isNaN(letters[at])) {
                letters[at] = measure.applyAsDouble(String.valueOf(c), style);
            }
            sum += letters[at];
        }
        return sum;
    }
}
