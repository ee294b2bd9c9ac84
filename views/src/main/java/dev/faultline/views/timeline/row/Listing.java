package dev.faultline.views.timeline.row;

import dev.faultline.views.timeline.row.Thing.Row;

import java.util.function.IntFunction;

/// Makes the rows of a section that is so long that none is kept, and finds one without making the others.
interface Listing extends IntFunction<Row> {
    /// The place of a row, -1 when it is not listed here.
    int indexOf(Row row);
}
