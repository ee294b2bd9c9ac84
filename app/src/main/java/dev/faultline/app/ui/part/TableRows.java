package dev.faultline.app.ui.part;

import dev.faultline.views.timeline.row.Thing;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the rows of a table are, by place.
///
/// @param thing what is selected, and shown in the timeline
/// @param goroutine index of the goroutine that a row belongs to, -1 for none; null where rows belong to none
/// @param stack id of a row's stack, 0 for none; null where rows have none
public record TableRows(IntFunction<Thing> thing, @Nullable IntUnaryOperator goroutine,
        @Nullable IntUnaryOperator stack) {
    /// Rows that are things only.
    public static TableRows of(IntFunction<Thing> thing) {
        return new TableRows(thing, null, null);
    }

    /// Rows that belong to goroutines: filters may ask for all that is known of those.
    public static TableRows ofGoroutines(IntFunction<Thing> thing, IntUnaryOperator goroutine) {
        return new TableRows(thing, goroutine, null);
    }

    /// Some of the rows only.
    ///
    /// @param places the places of those rows here
    TableRows through(int[] places) {
        IntUnaryOperator goroutines = goroutine;
        IntUnaryOperator stacks = stack;
        return new TableRows(i -> thing.apply(places[i]),
                goroutines == null ? null : i -> goroutines.applyAsInt(places[i]),
                stacks == null ? null : i -> stacks.applyAsInt(places[i]));
    }
}
