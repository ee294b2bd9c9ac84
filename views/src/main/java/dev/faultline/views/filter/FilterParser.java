package dev.faultline.views.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a filter: `not`, `-` bind closest, then terms one after the other or joined by `and`, then `or`.
final class FilterParser {
    /// A parenthesis, a minus in front of something, a word that joins in front of a parenthesis, or a term: parentheses inside
    /// a term belong to the name of a method.
    private static final Pattern TOKEN = Pattern.compile("\\G\\s*(?:[()]|-(?=[^\\s)])|(?i:not|and|or)(?=\\()"
            + "|(?:[^\\s\"()]|\"[^\"]*\"?|\\([^\\s()]*\\))+)");
    private static final Pattern TERM = Pattern.compile("([a-z][a-z0-9-]*)(:|>=|<=|>|<)(.*)", Pattern.DOTALL);
    /// A place in the source, which needs no key.
    private static final Pattern PLACE = Pattern.compile("[^\\s:]+\\.(?:go|s|c|h|cc|cpp):[0-9]+");
    /// Deeper than anybody writes; what is pasted must not exhaust the stack.
    private static final int DEEPEST = 100;

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private FilterParser(String text) {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group().strip());
        }
    }

    /// @throws IllegalArgumentException with a sentence, when parentheses or words that join do not fit together
    static Expr parse(String text) {
        FilterParser parser = new FilterParser(text);
        Expr expr = parser.any();
        if (parser.at < parser.tokens.size()) {
            throw new IllegalArgumentException("a closing parenthesis has no opening one");
        }
        return expr;
    }

    private Expr any() {
        List<Expr> parts = new ArrayList<>();
        parts.add(all());
        while (take("or")) {
            // a filter is understood while it is being typed
            if (at < tokens.size() && !is("or") && !is(")")) {
                parts.add(all());
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Expr.Any(parts);
    }

    private Expr all() {
        List<Expr> parts = new ArrayList<>();
        while (at < tokens.size() && !is("or") && !is(")")) {
            boolean joined = take("and");
            if (at == tokens.size() || is("or") || is(")")) {
                break;
            }
            if (!joined || !is("and")) {
                parts.add(one());
            }
        }
        return parts.size() == 1 ? parts.getFirst() : new Expr.All(parts);
    }

    private Expr one() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("parentheses are nested too deep");
        }
        Expr made = take("-") || take("not") ? negated() : take("(") ? inParentheses() : term(tokens.get(at++));
        depth--;
        return made;
    }

    private Expr negated() {
        return at == tokens.size() || is("or") || is("and") || is(")") ? Expr.EVERYTHING : new Expr.Not(one());
    }

    private Expr inParentheses() {
        Expr inside = any();
        if (!take(")")) {
            throw new IllegalArgumentException("an opening parenthesis has no closing one");
        }
        return inside;
    }

    private boolean is(String word) {
        return at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    }

    private boolean take(String word) {
        boolean there = is(word);
        at += there ? 1 : 0;
        return there;
    }

    private static Expr term(String token) {
        if (PLACE.matcher(token).matches()) {
            return new Expr.Term("file", Comparison.IS, List.of(token));
        }
        Matcher term = TERM.matcher(token);
        if (token.startsWith("\"") || !term.matches()) {
            return new Expr.Word(token.replace("\"", ""));
        }
        return new Expr.Term(term.group(1), comparison(term.group(2)), values(term.group(3)));
    }

    private static Comparison comparison(String sign) {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.sign().equals(sign)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException(sign);
    }

    /// Parts between commas that do not stand in quotes.
    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
