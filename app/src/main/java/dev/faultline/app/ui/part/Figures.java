package dev.faultline.app.ui.part;

import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Units;
import dev.faultline.views.filter.Comparison;
import dev.faultline.views.filter.Values;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntToDoubleFunction;

/// The numbers behind the cells of a column, by place.
///
/// @param unit what they are
/// @param of the number of a place
public record Figures(Unit unit, IntToDoubleFunction of) {
    /// What numbers are.
    public enum Unit {
        /// Nanoseconds.
        DURATION(" (ns)"),
        /// Nanoseconds since the trace's first event.
        TIME(" (ns)"),
        COUNT(""),
        BYTES(" (bytes)"),
        /// From 0 to 1.
        SHARE(""),
        ID("");

        private final String suffix;

        Unit(String suffix) {
            this.suffix = suffix;
        }

        /// What follows a column's title where its numbers stand without unit.
        public String suffix() {
            return suffix;
        }

        /// Whether a sum of them says something.
        boolean adds() {
            return this == DURATION || this == COUNT || this == BYTES;
        }

        /// A number for people.
        String words(double value) {
            return switch (this) {
                case DURATION -> Units.duration(value);
                case TIME -> Moments.WHOLE.at(Math.round(value));
                case COUNT, ID -> Units.count(Math.round(value));
                case BYTES -> Units.bytes(value);
                case SHARE -> Units.share(value);
            };
        }

        /// A number for programs.
        String plain(double value) {
            return this == SHARE ? Double.toString(value) : Long.toString(Math.round(value));
        }

        /// What a filter's term says of such numbers.
        ///
        /// @throws IllegalArgumentException with a sentence, when it makes no sense
        DoublePredicate wanted(String name, Comparison comparison, List<String> values) {
            return switch (this) {
                case DURATION, TIME -> Values.duration(name, comparison, values);
                case COUNT -> Values.count(name, comparison, values);
                case BYTES -> Values.bytes(name, comparison, values);
                case SHARE -> Values.share(name, comparison, values);
                case ID -> {
                    var ids = Values.ids(name, comparison, values);
                    yield value -> ids.test(Math.round(value));
                }
            };
        }

        /// What may follow the name in a filter.
        String example() {
            return switch (this) {
                case DURATION, TIME -> ">5ms";
                case COUNT -> ">10";
                case BYTES -> ">1MB";
                case SHARE -> ">5%";
                case ID -> ":12,14";
            };
        }
    }
}
