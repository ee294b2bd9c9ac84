package dev.faultline.app.ui.part;

import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Units;
import dev.faultline.trace.Trace;
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
public record Column(String title, double width, Format kind, IntFunction<String> text, Keys keys) {
    /// Looks up the sort keys of all places once, because a sort compares each of them many times.
    @FunctionalInterface
    public interface Keys {
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
    public enum Format {
        /// Words from the left.
        WORDS,
        /// Code from the left, shortened in the middle.
        CODE,
        /// Figures from the right; the largest come first when sorted.
        FIGURE
    }

    public static Column words(String title, double width, IntFunction<String> text) {
        return new Column(title, width, Format.WORDS, text, byText(text));
    }

    public static Column code(String title, double width, IntFunction<String> text) {
        return new Column(title, width, Format.CODE, text, byText(text));
    }

    public static Column duration(String title, IntToLongFunction ns) {
        return new Column(title, 96, Format.FIGURE, i -> Units.duration(ns.applyAsLong(i)), Keys.of(ns));
    }

    /// A moment of a trace.
    public static Column time(String title, Trace trace, IntToLongFunction ns) {
        Moments moments = Moments.of(trace);
        return new Column(title, 104, Format.FIGURE, i -> moments.at(ns.applyAsLong(i)), Keys.of(ns));
    }

    public static Column count(String title, IntToLongFunction n) {
        return new Column(title, 84, Format.FIGURE, i -> Units.count(n.applyAsLong(i)), Keys.of(n));
    }

    static Column bytes(String title, IntToLongFunction bytes) {
        return new Column(title, 90, Format.FIGURE, i -> Units.bytes(bytes.applyAsLong(i)), Keys.of(bytes));
    }

    static Column share(String title, IntToDoubleFunction share) {
        return new Column(title, 84, Format.FIGURE, i -> Units.share(share.applyAsDouble(i)),
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
