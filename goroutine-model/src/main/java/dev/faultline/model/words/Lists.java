package dev.faultline.model.words;

import java.util.List;

/// Several things in one sentence.
public final class Lists {
    private Lists() {
    }

    /// `a, b and c`; empty for none.
    public static String and(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /// The parts, then how many there are besides: `11, 12, 13 and 645 000 more`.
    ///
    /// @param all how many there are, those of `parts` among them
    public static String some(List<String> parts, long all) {
        long more = all - parts.size();
        if (more <= 0) {
            return and(parts);
        }
        return parts.isEmpty() ? Units.count(more) : String.join(", ", parts) + " and " + Units.count(more) + " more";
    }
}
