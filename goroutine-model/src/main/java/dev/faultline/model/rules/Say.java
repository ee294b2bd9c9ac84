package dev.faultline.model.rules;

import java.util.Locale;

/// Figures in the form that people read: `801.6 ms`, `1 goroutine`, `12 %`.
public final class Say {
    private static final String[] BYTE_UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private Say() {
    }

    /// A duration with its unit, three to four digits.
    ///
    /// @param ns nanoseconds
    public static String ns(double ns) {
        double abs = Math.abs(ns);
        if (abs < 1e3) {
            return String.format(Locale.ROOT, "%.0f ns", ns);
        }
        if (abs < 1e6) {
            return digits(ns / 1e3) + " µs";
        }
        if (abs < 1e9) {
            return digits(ns / 1e6) + " ms";
        }
        if (abs < 120e9) {
            return digits(ns / 1e9) + " s";
        }
        long seconds = Math.round(ns / 1e9);
        return seconds < 7200
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    private static String digits(double value) {
        double abs = Math.abs(value);
        return String.format(Locale.ROOT, abs >= 10 ? "%.1f" : "%.2f", value);
    }

    /// A count with its noun, `1 goroutine` or `1,200 goroutines`.
    public static String count(long n, String noun) {
        return count(n, noun, noun + "s");
    }

    /// A count with its noun, for nouns with a plural of their own.
    public static String count(long n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }

    /// A number with separators between thousands.
    public static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /// A share in percent.
    ///
    /// @param ratio 0 to 1
    public static String percent(double ratio) {
        double percent = ratio * 100;
        return String.format(Locale.ROOT, percent > 0 && percent < 9.95 ? "%.1f %%" : "%.0f %%", percent);
    }

    /// An amount of memory.
    public static String bytes(double bytes) {
        int unit = 0;
        double value = bytes;
        while (Math.abs(value) >= 1024 && unit < BYTE_UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return (unit == 0 ? String.format(Locale.ROOT, "%.0f", value) : digits(value)) + " " + BYTE_UNITS[unit];
    }

    /// A figure or threshold by the unit in its name: `_ns`, `_bytes`, `_ratio`, `_count`.
    public static String value(String name, double value) {
        if (name.endsWith("_ns")) {
            return ns(value);
        }
        if (name.endsWith("_bytes")) {
            return bytes(value);
        }
        if (name.endsWith("_ratio")) {
            return percent(value);
        }
        return value == Math.rint(value) ? number((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
