package dev.faultline.views.timeline.row;

import dev.faultline.views.timeline.row.Thing.Row;

/// The rows of goroutines.
///
/// @param members indices of the goroutines, in order of the rows
record GoroutineRows(int[] members) implements Listing {
    @Override
    public Row apply(int row) {
        return new Thing.Goroutine(members[row]);
    }

    @Override
    public int indexOf(Row row) {
        if (row instanceof Thing.Goroutine(int goroutine, _)) {
            for (int i = 0; i < members.length; i++) {
                if (members[i] == goroutine) {
                    return i;
                }
            }
        }
        return -1;
    }
}
