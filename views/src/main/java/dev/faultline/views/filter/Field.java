package dev.faultline.views.filter;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/// A term that a filter may use.
///
/// @param <C> what the things belong to that are filtered, such as a trace
/// @param name how it is written, in lower case
/// @param example what may follow the name, such as `>5ms`
/// @param help what it holds for, in a few words
/// @param maker makes the test
/// @param values the values that are worth proposing, where they are known
public record Field<C>(String name, String example, String help, Maker<C> maker, Function<C, List<String>> values) {
    /// Makes tests of what is filtered.
    @FunctionalInterface
    public interface Maker<C> {
        /// @return for what the things belong to, the test of a thing's number
        /// @throws IllegalArgumentException with a sentence, when the term makes no sense
        Function<C, IntPredicate> make(Comparison comparison, List<String> values);
    }

    /// A term without values to propose.
    public Field(String name, String example, String help, Maker<C> maker) {
        this(name, example, help, maker, _ -> List.of());
    }
}
