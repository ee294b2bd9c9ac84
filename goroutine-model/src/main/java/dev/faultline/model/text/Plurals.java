package dev.faultline.model.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which plural a language uses for a whole number, by rules in the syntax of the Unicode CLDR, such as
/// `n % 10 = 2..4 and n % 100 != 12..14`. Of its operands `n` and `i` are the number; the others concern fractions, which
/// no text counts.
final class Plurals {
    private static final Pattern RELATION = Pattern.compile("[ni]\\s*(?:%\\s*(\\d+))?\\s*(!?=)\\s*([\\d.,]+)");

    private final Map<String, LongPredicate> categories = new LinkedHashMap<>();

    /// @param rules by category: `one`, `few` and so on
    /// @throws IllegalArgumentException when a rule cannot be read
    Plurals(Map<String, String> rules) {
        rules.forEach((category, rule) -> categories.put(category, either(rule)));
    }

    /// The category of a number, `other` when no rule holds for it.
    String category(long n) {
        long size = Math.abs(n);
        for (Map.Entry<String, LongPredicate> category : categories.entrySet()) {
            if (category.getValue().test(size)) {
                return category.getKey();
            }
        }
        return "other";
    }

    private static LongPredicate either(String rule) {
        LongPredicate any = n -> false;
        for (String part : rule.split("\\bor\\b")) {
            any = any.or(all(part));
        }
        return any;
    }

    private static LongPredicate all(String rule) {
        LongPredicate all = n -> true;
        for (String relation : rule.split("\\band\\b")) {
            all = all.and(relation(relation.strip()));
        }
        return all;
    }

    private static LongPredicate relation(String relation) {
        Matcher parts = RELATION.matcher(relation);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a plural rule: " + relation);
        }
        long modulus = parts.group(1) == null ? Long.MAX_VALUE : Long.parseLong(parts.group(1));
        boolean equal = parts.group(2).equals("=");
        LongPredicate in = ranges(parts.group(3));
        return n -> in.test(n % modulus) == equal;
    }

    /// `1`, `2..4` or `0,5..9`.
    private static LongPredicate ranges(String list) {
        LongPredicate any = n -> false;
        for (String range : list.split(",")) {
            String[] ends = range.split("\\.\\.");
            long from = Long.parseLong(ends[0]);
            long to = Long.parseLong(ends[ends.length - 1]);
            any = any.or(n -> n >= from && n <= to);
        }
        return any;
    }
}
