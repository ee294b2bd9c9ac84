package dev.faultline.views.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// The terms that a filter of one kind of things may use.
///
/// @param <C> what the things belong to, such as a trace
/// @param all the terms, in the order in which they are proposed
/// @param text what a text without a name is looked for in
public record Fields<C>(List<Field<C>> all, Containing<C> text) {
    public Fields {
        all = List.copyOf(all);
    }

    /// Makes tests of whether a text occurs.
    @FunctionalInterface
    public interface Containing<C> {
        /// @param part in lower case
        Function<C, IntPredicate> make(String part);
    }

    /// A filter that is understood, or why it is not.
    ///
    /// @param test for what the things belong to, the test of a thing's number; lets everything pass while there is a problem
    /// @param empty whether it lets everything pass
    /// @param problem what cannot be understood, as a sentence; empty when all is
    public record Compiled<C>(Function<C, IntPredicate> test, boolean empty, String problem) {}

    /// Understands a filter.
    public Compiled<C> compile(String text) {
        try {
            Expr expr = FilterParser.parse(text);
            return new Compiled<>(test(expr), expr.equals(Expr.EVERYTHING), "");
        } catch (IllegalArgumentException e) {
            return new Compiled<>(_ -> _ -> true, true, String.valueOf(e.getMessage()));
        }
    }

    private Function<C, IntPredicate> test(Expr expr) {
        return switch (expr) {
            case Expr.All all -> joined(all.parts(), true);
            case Expr.Any any -> joined(any.parts(), false);
            case Expr.Not not -> {
                Function<C, IntPredicate> inner = test(not.of());
                yield context -> inner.apply(context).negate();
            }
            case Expr.Word word -> text.make(word.text().toLowerCase(Locale.ROOT));
            case Expr.Term term -> field(term.key()).maker().make(term.comparison(), term.values());
        };
    }

    private Function<C, IntPredicate> joined(List<Expr> parts, boolean all) {
        List<Function<C, IntPredicate>> tests = new ArrayList<>();
        parts.forEach(part -> tests.add(test(part)));
        return context -> {
            IntPredicate joined = _ -> all;
            for (Function<C, IntPredicate> test : tests) {
                IntPredicate one = test.apply(context);
                joined = all ? joined.and(one) : joined.or(one);
            }
            return joined;
        };
    }

    private Field<C> field(String key) {
        return all.stream().filter(field -> field.name().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no term is called " + key + "; there are " + names() + "; put text with a colon into quotes"));
    }

    private String names() {
        return String.join(", ", all.stream().map(Field::name).toList());
    }
}
