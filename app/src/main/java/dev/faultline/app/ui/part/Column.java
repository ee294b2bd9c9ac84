package dev.faultline.app.ui.part;

import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Units;
import dev.faultline.trace.Trace;
import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// A column of a table whose rows are places in some list.
///
/// @param title what stands above it
/// @param width its first width in pixels
/// @param kind how its cells look
/// @param text what a cell says
/// @param keys what its cells are sorted by
/// @param figures the numbers behind its cells, null where it has none
public record Column(String title, double width, Format kind, IntFunction<String> text, Keys keys,
        @Nullable Figures figures) {
    /// A column without numbers.
    public Column(String title, double width, Format kind, IntFunction<String> text, Keys keys) {
        this(title, width, kind, text, keys, null);
    }

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
        return new Column(title, 96, Format.FIGURE, i -> Units.duration(ns.applyAsLong(i)), Keys.of(ns),
                new Figures(Figures.Unit.DURATION, ns::applyAsLong));
    }

    /// A moment of a trace.
    public static Column time(String title, Trace trace, IntToLongFunction ns) {
        Moments moments = Moments.of(trace);
        return new Column(title, 104, Format.FIGURE, i -> moments.at(ns.applyAsLong(i)), Keys.of(ns),
                new Figures(Figures.Unit.TIME, i -> ns.applyAsLong(i) + moments.originNs()));
    }

    public static Column count(String title, IntToLongFunction n) {
        return new Column(title, 84, Format.FIGURE, i -> Units.count(n.applyAsLong(i)), Keys.of(n),
                new Figures(Figures.Unit.COUNT, n::applyAsLong));
    }

    /// Numbers by which people know things, such as a goroutine's.
    ///
    /// @param text how a cell shows its number
    public static Column id(String title, IntFunction<String> text, IntToLongFunction id) {
        return new Column(title, 84, Format.FIGURE, text, Keys.of(id), new Figures(Figures.Unit.ID, id::applyAsLong));
    }

    /// A size in bytes.
    public static Column bytes(String title, IntToLongFunction bytes) {
        return new Column(title, 90, Format.FIGURE, i -> Units.bytes(bytes.applyAsLong(i)), Keys.of(bytes),
                new Figures(Figures.Unit.BYTES, bytes::applyAsLong));
    }

    /// A share of 0 to 1.
    public static Column share(String title, IntToDoubleFunction share) {
        return new Column(title, 96, Format.FIGURE, i -> Units.share(share.applyAsDouble(i)),
                size -> {
                    double[] keys = new double[size];
                    Arrays.setAll(keys, share);
                    return (a, b) -> Double.compare(keys[a], keys[b]);
                }, new Figures(Figures.Unit.SHARE, share));
    }

    /// The same column of some rows only.
    ///
    /// @param places the places of those rows here
    Column through(int[] places) {
        IntFunction<String> some = i -> text.apply(places[i]);
        Figures of = figures;
        return of == null
                ? new Column(title, width, kind, some, byText(some))
                : new Column(title, width, kind, some, size -> {
                    double[] numbers = new double[size];
                    Arrays.setAll(numbers, i -> of.of().applyAsDouble(places[i]));
                    return (a, b) -> Double.compare(numbers[a], numbers[b]);
                }, new Figures(of.unit(), i -> of.of().applyAsDouble(places[i])));
    }

    private static Keys byText(IntFunction<String> text) {
        return size -> {
            String[] keys = new String[size];
            Arrays.setAll(keys, text);
            return (a, b) -> keys[a].compareToIgnoreCase(keys[b]);
        };
    }
}
