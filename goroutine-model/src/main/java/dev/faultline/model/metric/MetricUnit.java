package dev.faultline.model.metric;

import dev.faultline.model.rules.SettingsException;
import dev.faultline.model.words.Figures;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a metric is counted in.
public enum MetricUnit {
    /// A number of things; may be a mean.
    COUNT("count", "a number such as 5000"),
    /// Nanoseconds.
    NS("ns", "a time such as 2ms, 1.5s or 800us"),
    BYTES("bytes", "a size such as 64MB or 4096"),
    /// A share, 0 to 1.
    RATIO("ratio", "a share such as 10% or 0.1");

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?(?:[eE][+]?\\d{1,3})?)\\s*([a-zA-Zµμ%]*)");

    private final String label;
    private final String example;

    MetricUnit(String label, String example) {
        this.label = label;
        this.example = example;
    }

    /// As names of figures end: `ns`.
    public String label() {
        return label;
    }

    /// A value for people: `1.20 ms`.
    public String text(double value) {
        return Figures.value("_" + label, value);
    }

    /// Reads a value as users write it.
    ///
    /// @return the value in this unit
    /// @throws SettingsException when it is none; the sentence says what is expected
    public double read(String text) throws SettingsException {
        Matcher parts = FORM.matcher(text.strip());
        double factor = parts.matches() ? factor(parts.group(2)) : 0;
        if (factor == 0) {
            throw new SettingsException("'" + text + "' is not " + example);
        }
        return Double.parseDouble(parts.group(1)) * factor;
    }

    /// 0 for a unit that there is not.
    private double factor(String unit) {
        if (unit.isEmpty()) {
            return 1;
        }
        return switch (this) {
            case COUNT -> 0;
            case RATIO -> unit.equals("%") ? 0.01 : 0;
            case NS -> switch (unit) {
                case "ns" -> 1;
                case "us", "µs", "μs" -> 1e3;
                case "ms" -> 1e6;
                case "s" -> 1e9;
                case "m", "min" -> 60e9;
                default -> 0;
            };
            case BYTES -> switch (unit) {
                case "B" -> 1;
                case "kB", "KB", "k" -> 1e3;
                case "MB", "M" -> 1e6;
                case "GB", "G" -> 1e9;
                case "KiB" -> 1 << 10;
                case "MiB" -> 1 << 20;
                case "GiB" -> 1 << 30;
                default -> 0;
            };
        };
    }
}
