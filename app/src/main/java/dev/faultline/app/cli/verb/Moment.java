package dev.faultline.app.cli.verb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A time since the trace's first event as the user gives it: `1.5s`, `20ms`, `7us`, `123456` or `123456ns`.
///
/// @param ns nanoseconds
public record Moment(long ns) {
    /// Reads a number with an optional unit.
    public static final class Converter implements ITypeConverter<Moment> {
        private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?) *(ns|us|µs|μs|ms|s|m|)");

        @Override
        public Moment convert(String text) {
            Matcher parts = FORM.matcher(text.strip());
            if (!parts.matches()) {
                throw new TypeConversionException(
                        "'" + text
                                + "' is not a time; use nanoseconds or a number with a unit such as 20ms or 1.5s");
            }
            double unit = switch (parts.group(2)) {
                case "us", "µs", "μs" -> 1e3;
                case "ms" -> 1e6;
                case "s" -> 1e9;
                case "m" -> 60e9;
                default -> 1;
            };
            return unit == 1 && parts.group(1).length() < 18 && parts.group(1).indexOf('.') < 0
                    ? new Moment(Long.parseLong(parts.group(1)))
                    : new Moment(Math.round(Double.parseDouble(parts.group(1)) * unit));
        }
    }
}
