package dev.faultline.views.filter;

import java.util.List;

/// A filter as it was understood, before it is known what it is about.
public sealed interface Expr {
    /// What holds for everything.
    Expr EVERYTHING = new All(List.of());

    /// All of some must hold.
    record All(List<Expr> parts) implements Expr {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least one of some must hold.
    record Any(List<Expr> parts) implements Expr {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// It must not hold.
    record Not(Expr of) implements Expr {}

    /// A named term, such as `blocked>5ms`.
    ///
    /// @param values one of them must fit; more than one only with [Comparison#IS]
    record Term(String key, Comparison comparison, List<String> values) implements Expr {
        public Term {
            values = List.copyOf(values);
        }
    }

    /// A text that must occur.
    record Word(String text) implements Expr {}
}
