package dev.faultline.model.words;

import java.util.Locale;

/// Numbers with their units. They keep three to four digits: `801.6 ms`, `10.8 µs`, `3.41 s`, `214 MB`. The decimal point
/// is a point in every locale, so that reports of one trace are equal everywhere. A number that is not finite is
/// [#UNKNOWN].
public final class Units {
    /// Stands for a value that the trace does not give.
    public static final String UNKNOWN = "n/a";

    private static final String[] SIZES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final String MINUS = "−";

    private Units() {
    }

    /// A duration in nanoseconds: `0`, `412 ns`, `10.8 µs`, `801.6 ms`, `3.41 s`, `2 min 05 s`, `3 h 12 min`.
    public static String duration(long ns) {
        if (ns < 0) {
            return MINUS + duration(ns == Long.MIN_VALUE ? Long.MAX_VALUE : -ns);
        }
        if (ns < 1_000) {
            return ns == 0 ? "0" : ns + " ns";
        }
        long seconds = Math.round(ns / 1e9);
        if (seconds >= 3_600) {
            return format("%d h %02d min", seconds / 3_600, seconds % 3_600 / 60);
        }
        if (seconds >= 120) {
            return format("%d min %02d s", seconds / 60, seconds % 60);
        }
        long unit = unitOf(ns);
        // 999.96 µs would print as 1000.0 µs
        if (unit < 1_000_000_000 && Math.round(ns * 10.0 / unit) >= 10_000) {
            unit *= 1_000;
        }
        double value = (double) ns / unit;
        return format(value < 9.995 ? "%.2f %s" : "%.1f %s", value, unitName(unit));
    }

    /// A duration in nanoseconds that was computed, such as a mean.
    public static String duration(double ns) {
        return Double.isFinite(ns) ? duration(Math.round(ns)) : UNKNOWN;
    }

    /// A duration that is known to about a hundredth, such as a percentile of many: `≈ 801.6 ms`.
    public static String about(long ns) {
        return "≈ " + duration(ns);
    }

    /// A duration that is exact, or else known to about a hundredth.
    public static String duration(long ns, boolean exact) {
        return exact ? duration(ns) : about(ns);
    }

    /// A moment, in nanoseconds since the start of the trace, to a thousandth of its unit: `803.329 ms`, `12.500 s`.
    static String time(long ns) {
        long size = ns == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(ns);
        long unit = unitOf(size);
        String text = unit == 1
                ? size == 0 ? "0" : size + " ns"
                : format("%.3f %s", (double) size / unit, unitName(unit));
        return ns < 0 ? MINUS + text : text;
    }

    /// A moment at one end of something short, with so many digits that its other end reads differently: `4.102 345 678 s`
    /// for what takes nanoseconds. Never fewer than [#time(long)] has.
    ///
    /// @param spanNs how long it takes, nanoseconds; 0 for a moment
    static String time(long ns, long spanNs) {
        long size = ns == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(ns);
        long unit = unitOf(size);
        int digits = 3;
        // two digits of the length, at least
        for (long step = unit / 1_000; step > 1 && step * 10 > spanNs; step /= 1_000) {
            digits += 3;
        }
        if (digits == 3 || unit == 1) {
            return time(ns);
        }
        StringBuilder text = new StringBuilder(format("%." + digits + "f", (double) size / unit));
        for (int at = text.indexOf(".") + 4; at < text.length(); at += 4) {
            text.insert(at, '\u202f');
        }
        return (ns < 0 ? MINUS : "") + text + " " + unitName(unit);
    }

    /// The two ends of a stretch: `from 100.000 ms to 900.000 ms`.
    static String fromTo(long fromNs, long toNs) {
        return "from " + time(fromNs, toNs - fromNs) + " to " + time(toNs, toNs - fromNs);
    }

    /// A moment on a ruler whose marks lie `stepNs` apart, with no more digits than tell two marks from each other:
    /// `100 ms`, `1.25 s`, `0`.
    public static String tick(long ns, long stepNs) {
        if (ns == 0) {
            return "0";
        }
        long unit = unitOf(ns == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(ns));
        int digits = 0;
        for (long u = unit; u > 1 && stepNs % u != 0; u /= 10) {
            digits++;
        }
        String sign = ns < 0 ? MINUS : "";
        return sign + format("%,." + digits + "f %s", Math.abs((double) ns) / unit, unitName(unit)).replace(',', ' ');
    }

    /// A size in decimal units, as disks and file managers count: `0 B`, `912 B`, `30.2 kB`, `232 MB`.
    public static String bytes(long bytes) {
        double value = Math.abs((double) bytes);
        int unit = 0;
        while (value >= 999.5 && unit < SIZES.length - 1) {
            value /= 1_000;
            unit++;
        }
        String digits = unit == 0 ? "%.0f %s" : value < 9.995 ? "%.2f %s" : value < 99.95 ? "%.1f %s" : "%.0f %s";
        return (bytes < 0 ? MINUS : "") + format(digits, value, SIZES[unit]);
    }

    /// A size that was computed, such as a mean.
    public static String bytes(double bytes) {
        return Double.isFinite(bytes) ? bytes(Math.round(bytes)) : UNKNOWN;
    }

    /// A number of things with thin groups of three: `645 000`, from 10 000 on.
    public static String count(long n) {
        String digits = n > -10_000 && n < 10_000
                ? Long.toString(n)
                : format("%,d", n).replace(',', '\u202f');
        return n < 0 ? MINUS + digits.substring(1) : digits;
    }

    /// A number with its noun: `1 span`, `24 spans`. The plural is the noun with an s.
    public static String count(long n, String noun) {
        return count(n, noun, noun + "s");
    }

    /// A number with its noun, for nouns with a plural of their own: `1 process`, `2 processes`.
    public static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /// A number that was computed, such as a mean: `2`, `2.35`, `34.1`, `5120`.
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        double size = Math.abs(value);
        if (size >= 1e15) {
            return format("%.2e", value).replace("-", MINUS);
        }
        if (value == Math.rint(value) || size >= 999.95) {
            return count(Math.round(value));
        }
        String text = format(size < 9.995 ? "%.2f" : "%.1f", size);
        return value < 0 ? MINUS + text : text;
    }

    /// How often something happens: `120/s`, `2.35/s`.
    public static String rate(double perSecond) {
        return Double.isFinite(perSecond) ? number(perSecond) + "/s" : UNKNOWN;
    }

    /// A factor: `27 ×`, `5.40 ×`.
    public static String times(double factor) {
        return Double.isFinite(factor) ? number(factor) + " ×" : UNKNOWN;
    }

    /// A share of 0 to 1: `84 %`, `3.1 %`, `0.02 %`; `< 0.01 %` for less.
    public static String share(double share) {
        if (!Double.isFinite(share)) {
            return UNKNOWN;
        }
        double percent = Math.abs(share * 100);
        if (percent > 0 && percent < 0.01) {
            return share < 0 ? "> −0.01 %" : "< 0.01 %";
        }
        String digits = percent == 0 || percent >= 9.95 ? "%.0f %%" : percent >= 0.095 ? "%.1f %%" : "%.2f %%";
        return (share < 0 ? MINUS : "") + format(digits, percent);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /// The largest of 1, 10^3, 10^6 and 10^9 ns that is not above `ns`.
    private static long unitOf(long ns) {
        return ns >= 1_000_000_000 ? 1_000_000_000 : ns >= 1_000_000 ? 1_000_000 : ns >= 1_000 ? 1_000 : 1;
    }

    private static String unitName(long unitNs) {
        return unitNs == 1 ? "ns" : unitNs == 1_000 ? "µs" : unitNs == 1_000_000 ? "ms" : "s";
    }
}
