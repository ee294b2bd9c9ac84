package dev.faultline.model;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// A pattern for whole texts, in which `*` stands for any characters: `main.watch*`. Made and asked without a regular
/// expression: of the dozens of patterns for known functions most are asked but a few times.
public final class Glob {
    private Glob() {
    }

    /// The texts that match.
    public static Predicate<String> of(String glob) {
        List<String> parts = List.of(glob.split("\\*", -1));
        return parts.size() == 1 ? glob::equals : text -> matches(parts, text);
    }

    /// The texts that match, whatever the case of their letters.
    public static Predicate<String> ofAnyCase(String glob) {
        Predicate<String> lower = of(glob.toLowerCase(Locale.ROOT));
        return text -> lower.test(text.toLowerCase(Locale.ROOT));
    }

    /// @param parts what stands before, between and behind the stars, at least two
    private static boolean matches(List<String> parts, String text) {
        String first = parts.getFirst();
        String last = parts.getLast();
        if (!text.startsWith(first)) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return text.length() - last.length() >= at && text.endsWith(last);
    }
}
