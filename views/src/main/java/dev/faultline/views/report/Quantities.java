package dev.faultline.views.report;

import dev.faultline.views.scale.Units;
import java.util.Locale;

/// Values whose unit stands at the end of their name: `longest_wait_ns`, `size_bytes`, `lost_ratio`, `members_count`.
final class Quantities {
    private Quantities() {
    }

    /// The value with the unit that people use.
    static String text(String name, double value) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        if (name.endsWith("_ns")) {
            return Units.duration(Math.round(value));
        }
        if (name.endsWith("_bytes")) {
            return Units.bytes(Math.round(value));
        }
        if (name.endsWith("_ratio")) {
            // some ratios are factors: 27 times the median
            return value > 1 ? plain(value) + " ×" : Units.share(value);
        }
        return plain(value);
    }

    private static String plain(double value) {
        return value == Math.rint(value)
                ? Units.count((long) value)
                : String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }
}
