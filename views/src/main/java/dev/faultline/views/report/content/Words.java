package dev.faultline.views.report.content;

import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Lists;
import dev.faultline.model.words.Units;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// English phrases of the report.
final class Words {
    private static final String[] SMALL = {"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight",
            "Nine"};

    private Words() {
    }

    /// The first sentence of a text.
    static String firstSentence(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        sentences.first();
        int end = sentences.next();
        return (end == BreakIterator.DONE ? text : text.substring(0, end)).strip();
    }

    /// A text cut at a word's end so that it has at most `chars` characters.
    static String shortened(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        int space = text.lastIndexOf(' ', chars - 1);
        int end = space > chars / 2 ? space : chars - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end).stripTrailing()
                + " …";
    }

    /// With a full stop at its end.
    static String sentence(String text) {
        String plain = text.strip();
        return plain.isEmpty() || plain.endsWith(".") || plain.endsWith("!") || plain.endsWith("?")
                ? plain
                : plain + ".";
    }

    /// `One critical finding, 2 warnings and 1 notice`.
    static String count(List<Severity> severities) {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long n = severities.stream().filter(s -> s == severity).count();
            if (n > 0) {
                String noun = severity == Severity.CRITICAL ? "critical finding" : severity.label();
                parts.add(number(n, parts.isEmpty()) + " " + noun + (n == 1 ? "" : "s"));
            }
        }
        return Lists.and(parts);
    }

    private static String number(long n, boolean first) {
        if (n >= SMALL.length) {
            return Units.count(n);
        }
        return first ? SMALL[(int) n] : SMALL[(int) n].toLowerCase(Locale.ROOT);
    }
}
