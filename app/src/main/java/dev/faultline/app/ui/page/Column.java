package dev.faultline.app.ui.page;

import dev.faultline.model.unit.Units;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// A column of a table whose rows are places in some list.
///
/// @param title what stands above it
/// @param width its first width in pixels
/// @param kind how its cells look
/// @param text what a cell says
/// @param order how its cells sort
record Column(String title, double width, Kind kind, IntFunction<String> text, IntComparator order) {
    /// How cells look.
    enum Kind {
        /// Words from the left.
        WORDS,
        /// Code from the left, shortened in the middle.
        CODE,
        /// Figures from the right; the largest come first when sorted.
        FIGURE
    }

    static Column words(String title, double width, IntFunction<String> text) {
        return new Column(title, width, Kind.WORDS, text, byText(text));
    }

    static Column code(String title, double width, IntFunction<String> text) {
        return new Column(title, width, Kind.CODE, text, byText(text));
    }

    static Column duration(String title, IntToLongFunction ns) {
        return new Column(title, 96, Kind.FIGURE, i -> Units.duration(ns.applyAsLong(i)), byNumber(ns));
    }

    /// A moment of the trace.
    static Column time(String title, IntToLongFunction ns) {
        return new Column(title, 104, Kind.FIGURE, i -> Units.time(ns.applyAsLong(i)), byNumber(ns));
    }

    static Column count(String title, IntToLongFunction n) {
        return new Column(title, 84, Kind.FIGURE, i -> Units.count(n.applyAsLong(i)), byNumber(n));
    }

    static Column bytes(String title, IntToLongFunction bytes) {
        return new Column(title, 90, Kind.FIGURE, i -> Units.bytes(bytes.applyAsLong(i)), byNumber(bytes));
    }

    static Column share(String title, IntToDoubleFunction share) {
        return new Column(title, 84, Kind.FIGURE, i -> Units.share(share.applyAsDouble(i)),
                (a, b) -> Double.compare(share.applyAsDouble(a), share.applyAsDouble(b)));
    }

    private static IntComparator byText(IntFunction<String> text) {
        return (a, b) -> text.apply(a).compareToIgnoreCase(text.apply(b));
    }

    private static IntComparator byNumber(IntToLongFunction value) {
        return (a, b) -> Long.compare(value.applyAsLong(a), value.applyAsLong(b));
    }
}
