package dev.faultline.app.ui.page;

import dev.faultline.model.words.Units;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// A column of a table whose rows are places in some list.
///
/// @param title what stands above it
/// @param width its first width in pixels
/// @param kind how its cells look
/// @param text what a cell says
/// @param keys what its cells are sorted by
record Column(String title, double width, Kind kind, IntFunction<String> text, Keys keys) {
    /// Looks up the sort keys of all places once, because a sort compares each of them many times.
    @FunctionalInterface
    interface Keys {
        /// The order of the places from 0 to `size - 1`.
        IntComparator order(int size);

        /// Sorts by numbers.
        static Keys of(IntToLongFunction number) {
            return size -> {
                long[] keys = new long[size];
                Arrays.setAll(keys, number);
                return (a, b) -> Long.compare(keys[a], keys[b]);
            };
        }
    }

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
        return new Column(title, 96, Kind.FIGURE, i -> Units.duration(ns.applyAsLong(i)), Keys.of(ns));
    }

    /// A moment of the trace.
    static Column time(String title, IntToLongFunction ns) {
        return new Column(title, 104, Kind.FIGURE, i -> Units.time(ns.applyAsLong(i)), Keys.of(ns));
    }

    static Column count(String title, IntToLongFunction n) {
        return new Column(title, 84, Kind.FIGURE, i -> Units.count(n.applyAsLong(i)), Keys.of(n));
    }

    static Column bytes(String title, IntToLongFunction bytes) {
        return new Column(title, 90, Kind.FIGURE, i -> Units.bytes(bytes.applyAsLong(i)), Keys.of(bytes));
    }

    static Column share(String title, IntToDoubleFunction share) {
        return new Column(title, 84, Kind.FIGURE, i -> Units.share(share.applyAsDouble(i)),
                size -> {
                    double[] keys = new double[size];
                    Arrays.setAll(keys, share);
                    return (a, b) -> Double.compare(keys[a], keys[b]);
                });
    }

    private static Keys byText(IntFunction<String> text) {
        return size -> {
            String[] keys = new String[size];
            Arrays.setAll(keys, text);
            return (a, b) -> keys[a].compareToIgnoreCase(keys[b]);
        };
    }
}
