package dev.faultline.views.timeline.row;

import dev.faultline.model.TraceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which goroutines are shown, as people write it: `blocked>5ms fn:"main.*" id:12 state:waiting text`. All terms must
/// hold; `-` in front of one negates it.
///
/// | term | holds for goroutines |
/// |---|---|
/// | `blocked>5ms` | whose time in that state is longer; also `running`, `runnable`, `syscall`, `sleep`, `network`, `channel`, `sync` and `lived`, and `<` |
/// | `fn:main.*` | whose entry function's name matches, `*` stands for anything |
/// | `site:"*spans.go*"` | whose creation site matches |
/// | `id:12`, `id:12,14`, `id:10-20` | with these numbers |
/// | `state:waiting` | whose last state it is; also `running`, `runnable`, `syscall`, `ended` and the kinds of waits |
/// | `text` | whose name or creation site contains it |
///
/// @param terms parsed terms, empty when everything is shown
/// @param problem what cannot be understood, as a sentence; empty when all is
public record Filter(List<Term> terms, String problem) {
    /// Shows everything.
    public static final Filter ALL = new Filter(List.of(), "");

    private static final Pattern WORD = Pattern.compile("(-?)((?:[^\\s\"]|\"[^\"]*\"?)+)");

    public Filter {
        terms = List.copyOf(terms);
    }

    /// One condition.
    ///
    /// @param negated whether it must not hold
    /// @param condition what it asks
    public record Term(boolean negated, Condition condition) {}

    /// Makes a test of goroutine indices for a trace.
    @FunctionalInterface
    public interface Condition {
        IntPredicate on(TraceModel model);
    }

    /// Understands what it can; what it cannot is left out and named in [#problem].
    public static Filter parse(String text) {
        List<Term> terms = new ArrayList<>();
        String problem = "";
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            try {
                terms.add(new Term(!word.group(1).isEmpty(), FilterTerms.parse(word.group(2))));
            } catch (IllegalArgumentException e) {
                problem = problem.isEmpty() ? String.valueOf(e.getMessage()) : problem;
            }
        }
        return new Filter(terms, problem);
    }

    /// The test of goroutine indices for a trace.
    public IntPredicate on(TraceModel model) {
        IntPredicate all = _ -> true;
        for (Term term : terms) {
            IntPredicate one = term.condition().on(model);
            all = all.and(term.negated() ? one.negate() : one);
        }
        return all;
    }
}
