package dev.faultline.model.unit;

import java.util.Locale;

/// Numbers as people read them. Units keep three to four digits: `801.6 ms`, `10.8 µs`, `3.41 s`, `214 MB`. The decimal
/// point is a point in every locale, so that reports of one trace are equal everywhere.
public final class Units {
    private static final String[] SIZES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private Units() {
    }

    /// A duration in nanoseconds: `0`, `412 ns`, `10.8 µs`, `801.6 ms`, `3.41 s`, `2 min 05 s`, `3 h 12 min`.
    public static String duration(long ns) {
        if (ns < 0) {
            return "−" + duration(ns == Long.MIN_VALUE ? Long.MAX_VALUE : -ns);
        }
        if (ns < 1_000) {
            return ns == 0 ? "0" : ns + " ns";
        }
        long seconds = Math.round(ns / 1e9);
        if (seconds >= 3_600) {
            return String.format(Locale.ROOT, "%d h %02d min", seconds / 3_600, seconds % 3_600 / 60);
        }
        if (seconds >= 120) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        long unit = unitOf(ns);
        // 999.96 µs would print as 1000.0 µs
        if (unit < 1_000_000_000 && Math.round(ns * 10.0 / unit) >= 10_000) {
            unit *= 1_000;
        }
        return threeDigits((double) ns / unit) + " " + unitName(unit);
    }

    /// A duration in nanoseconds that was computed, such as a mean.
    public static String duration(double ns) {
        return duration(Math.round(ns));
    }

    /// A moment since the begin of the trace, to a thousandth of its unit: `803.329 ms`, `1.714 ms`, `12.500 s`.
    public static String time(long ns) {
        long unit = unitOf(Math.abs(ns));
        return unit == 1
                ? ns == 0 ? "0" : ns + " ns"
                : String.format(Locale.ROOT, "%.3f %s", (double) ns / unit, unitName(unit));
    }

    /// A size in decimal units, as disks and file managers count: `0 B`, `912 B`, `30.2 kB`, `232 MB`.
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 999.5 && unit < SIZES.length - 1) {
            value /= 1_000;
            unit++;
        }
        return unit == 0
                ? bytes + " B"
                : String.format(Locale.ROOT, value < 9.995
                        ? "%.2f %s"
                        : value < 99.95
                                ? "%.1f %s"
                                : "%.0f %s",
                        value, SIZES[unit]);
    }

    /// A size that was computed, such as a mean.
    public static String bytes(double bytes) {
        return bytes(Math.round(bytes));
    }

    /// A number of things with thin groups of three: `645 000`, from 10 000 on.
    public static String count(long n) {
        return Math.abs(n) < 10_000 ? Long.toString(n) : String.format(Locale.ROOT, "%,d", n).replace(',', '\u202f');
    }

    /// A number with its noun: `1 span`, `24 spans`. The plural is the noun with an s.
    public static String count(long n, String noun) {
        return count(n, noun, noun + "s");
    }

    /// A number with its noun, for nouns with a plural of their own: `1 process`, `2 processes`.
    public static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /// A share of 0 to 1: `84 %`, `3.1 %`, `0.02 %`; `< 0.01 %` for less.
    public static String share(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.01) {
            return "< 0.01 %";
        }
        String format = percent == 0 || percent >= 9.95 ? "%.0f %%" : percent >= 0.095 ? "%.1f %%" : "%.2f %%";
        return String.format(Locale.ROOT, format, percent);
    }

    /// A figure or threshold with the unit in which its name ends: `longest_wait_ns`, `size_bytes`, `lost_ratio`,
    /// `members_count`. A ratio above 1 is a factor: `27 ×`.
    public static String value(String name, double value) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        if (name.endsWith("_ns")) {
            return duration(value);
        }
        if (name.endsWith("_bytes")) {
            return bytes(value);
        }
        if (name.endsWith("_ratio")) {
            return value > 1 ? plain(value) + " ×" : share(value);
        }
        return plain(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? count((long) value)
                : String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }

    /// The largest of 1, 10^3, 10^6 and 10^9 ns that is not above `ns`.
    public static long unitOf(long ns) {
        return ns >= 1_000_000_000 ? 1_000_000_000 : ns >= 1_000_000 ? 1_000_000 : ns >= 1_000 ? 1_000 : 1;
    }

    /// The name of 1, 10^3, 10^6 or 10^9 ns.
    public static String unitName(long unitNs) {
        return unitNs == 1 ? "ns" : unitNs == 1_000 ? "µs" : unitNs == 1_000_000 ? "ms" : "s";
    }

    private static String threeDigits(double value) {
        return String.format(Locale.ROOT, value < 9.995 ? "%.2f" : "%.1f", value);
    }
}
