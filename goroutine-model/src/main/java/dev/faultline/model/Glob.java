package dev.faultline.model;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A pattern for whole texts, in which `*` stands for any characters: `main.watch*`.
public final class Glob {
    private Glob() {
    }

    /// The texts that match.
    public static Predicate<String> of(String glob) {
        return matching(glob, Pattern.DOTALL);
    }

    /// The texts that match, whatever the case of their letters.
    public static Predicate<String> ofAnyCase(String glob) {
        return matching(glob, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    }

    private static Predicate<String> matching(String glob, int flags) {
        return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q"), flags).asMatchPredicate();
    }
}
