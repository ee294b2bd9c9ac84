package dev.faultline.views.flame;

import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Filter;
import java.util.Set;

/// What a flame graph shows.
///
/// @param measure what it is about
/// @param range in which time
/// @param filter of which goroutines
/// @param shape how it is put together
public record FlameQuery(Measure measure, TimeRange range, Filter filter, Shape shape) {
    /// How stacks become a graph.
    ///
    /// @param reversed whether the innermost functions stand at the top, above their callers
    /// @param inTimeOrder whether boxes stand in the order of time rather than merged
    /// @param hidden functions whose frames are left out
    /// @param ownOnly whether frames of Go and of libraries are left out
    public record Shape(boolean reversed, boolean inTimeOrder, Set<String> hidden, boolean ownOnly) {
        /// Merged, outermost function at the top, all frames.
        public static final Shape MERGED = new Shape(false, false, Set.of(), false);

        public Shape {
            hidden = Set.copyOf(hidden);
        }
    }

    /// All goroutines, merged.
    public static FlameQuery of(Measure measure, TimeRange range) {
        return new FlameQuery(measure, range, Filter.ALL, Shape.MERGED);
    }

    /// The same with another measure and time.
    public FlameQuery with(Measure other, TimeRange time) {
        return new FlameQuery(other, time, filter, shape);
    }

    /// The same in another shape.
    public FlameQuery with(Shape other) {
        return new FlameQuery(measure, range, filter, other);
    }

    /// The same of other goroutines.
    public FlameQuery with(Filter other) {
        return new FlameQuery(measure, range, other, shape);
    }
}
