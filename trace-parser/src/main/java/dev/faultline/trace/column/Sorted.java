package dev.faultline.trace.column;

import java.util.function.IntPredicate;

/// Binary search in anything that has places.
public final class Sorted {
    private Sorted() {
    }

    /// The first place at which something holds that holds at all later ones too.
    ///
    /// @param from first place that is looked at
    /// @param to behind the last one
    /// @return `to` when it holds nowhere
    public static int first(int from, int to, IntPredicate holds) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
