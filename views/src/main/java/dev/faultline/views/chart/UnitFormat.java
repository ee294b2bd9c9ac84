package dev.faultline.views.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/// Lets a chart's axis print numbers as the rest of the program does.
final class UnitFormat extends NumberFormat {
    private static final long serialVersionUID = 1;
    /// Ticks are round numbers: zeros behind the point only take room.
    private static final Pattern ZEROS = Pattern.compile("(\\.\\d*?)0+ ");
    private final transient LongFunction<String> text;

    /// @param text words for a number, such as `Units::bytes`
    UnitFormat(LongFunction<String> text) {
        this.text = text;
    }

    @Override
    public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
        return format(Math.round(number), out, position);
    }

    @Override
    public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
        return out.append(ZEROS.matcher(text.apply(number)).replaceFirst("$1 ").replace(". ", " "));
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        throw new UnsupportedOperationException("a chart only prints numbers");
    }
}
