package dev.faultline.views.timeline.row;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A titled run of rows. Rows are made when they become visible, so a section of 600,000 goroutines is as cheap as one of
/// six.
///
/// @param key the same for the same section in every outline of a trace, whatever filter or order
/// @param title whole title; shortened when painted
/// @param detail figures at the title's right
/// @param size number of rows
/// @param rows makes the row of an index
/// @param group the goroutine group that it lists, null for others
public record Section(String key, String title, String detail, int size, IntFunction<Row> rows,
        @Nullable GoroutineGroup group) {
    public Row row(int i) {
        return rows.apply(i);
    }

    /// Rows that it shows before it is asked for all: of a path, which says little in parts, as many as a screen holds.
    int first() {
        return key.equals(Outline.PATH) ? 3 * Rows.FIRST : Rows.FIRST;
    }

    /// The place of a row, -1 when it is not listed here.
    int indexOf(Row row) {
        if (rows instanceof Listing listing) {
            return listing.indexOf(row);
        }
        for (int i = 0; i < size; i++) {
            if (row(i).equals(row)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether it is closed at first: few are interested in runtime goroutines, threads and counters.
    public boolean closedAtFirst() {
        return key.equals(GoroutineSections.SYSTEM) || key.equals(OutlineBuilder.THREADS)
                || key.equals(OutlineBuilder.COUNTERS);
    }

    // sections are compared by identity of content, not by their row makers
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Section s && s.key.equals(key) && s.size == size;
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
