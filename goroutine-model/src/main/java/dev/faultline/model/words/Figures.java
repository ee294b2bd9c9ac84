package dev.faultline.model.words;

/// Named figures and thresholds. A name ends in its unit: `longest_wait_ns`, `size_bytes`, `lost_ratio`, `members_count`.
public final class Figures {
    private Figures() {
    }

    /// The value with its unit. A ratio above 1 is a factor: `27 ×`. Counts may be means and are not rounded to whole
    /// numbers: `1.50`.
    ///
    /// @param name ends in `_ns`, `_bytes`, `_ratio`, `_per_s`, `_ns_per_s`; anything else is a plain number
    public static String value(String name, double value) {
        if (name.endsWith("_ns_per_s")) {
            return Double.isFinite(value) ? Units.duration(value) + "/s" : Units.UNKNOWN;
        }
        if (name.endsWith("_per_s")) {
            return Units.rate(value);
        }
        if (name.endsWith("_ns")) {
            return Units.duration(value);
        }
        if (name.endsWith("_bytes")) {
            return Units.bytes(value);
        }
        if (name.endsWith("_ratio")) {
            return value > 1 ? Units.times(value) : Units.share(value);
        }
        return Units.number(value);
    }

    /// A figure in running text: `longest wait 30.7 ms`.
    public static String labelled(String label, String name, double value) {
        return label + " " + value(name, value);
    }
}
