package dev.faultline.app.ui.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The terms of the glossary and what they mean, from the same document that people read.
public final class Glossary {
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\|");
    private static final Glossary GLOSSARY = new Glossary(Documents.GLOSSARY.text());
    /// Terms that are explained of one text.
    private static final int MOST = 3;

    private final List<Term> terms = new ArrayList<>();

    /// A term.
    ///
    /// @param name as the glossary has it
    /// @param meaning in plain words
    /// @param pattern finds it in a text
    private record Term(String name, String meaning, Pattern pattern) {}

    private record Found(Term term, int start, int end) {
        boolean overlaps(Found other) {
            return start < other.end && other.start < end;
        }
    }

    Glossary(String document) {
        document.lines().map(ROW::matcher).filter(Matcher::matches).forEach(row -> {
            if (!row.group(1).equals("term") && !row.group(1).startsWith("---")) {
                add(row.group(1), row.group(2));
            }
        });
    }

    private void add(String names, String meaning) {
        String plain = meaning.replace("`", "").replace("**", "");
        for (String name : names.split(", | \\(|\\)")) {
            if (!name.isBlank()) {
                // a letter such as P is a term only in capitals, and so are abbreviations
                boolean asWritten = name.equals(name.toUpperCase(java.util.Locale.ROOT));
                terms.add(new Term(names, plain, Pattern.compile("\\b" + Pattern.quote(name.strip()) + "s?\\b",
                        asWritten ? 0 : Pattern.CASE_INSENSITIVE)));
            }
        }
        terms.sort(Comparator.comparingInt((Term term) -> term.pattern().pattern().length()).reversed());
    }

    /// What the terms in a text mean, a line each; empty when it has none.
    public static String explain(String text) {
        return GLOSSARY.explained(text);
    }

    String explained(String text) {
        var found = new ArrayList<Found>();
        for (Term term : terms) {
            Matcher m = term.pattern().matcher(text);
            if (m.find()) {
                var next = new Found(term, m.start(), m.end());
                boolean known = found.stream()
                        .anyMatch(f -> f.overlaps(next) || f.term().meaning().equals(term.meaning()));
                if (!known) {
                    found.add(next);
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found.stream().limit(MOST).map(f -> f.term().name() + ": " + f.term().meaning())
                .reduce((a, b) -> a + "\n" + b).orElse("");
    }
}
