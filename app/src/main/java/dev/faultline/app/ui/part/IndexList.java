package dev.faultline.app.ui.part;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;

/// The rows of a table as places in some other list, sorted and filtered without an object per row.
final class IndexList extends ObservableListBase<Integer> implements RandomAccess {
    private int[] order;

    /// @param all number of places
    IndexList(int all) {
        order = IntStream.range(0, all).toArray();
    }

    @Override
    public Integer get(int row) {
        return order[row];
    }

    @Override
    public int size() {
        return order.length;
    }

    /// The row of a place, -1 when the filter leaves it out.
    int rowOf(int place) {
        for (int row = 0; row < order.length; row++) {
            if (order[row] == place) {
                return row;
            }
        }
        return -1;
    }

    /// The places that are shown, in their order.
    int[] places() {
        return order.clone();
    }

    /// Shows places in an order.
    void arrange(int[] places) {
        replace(places);
    }

    private void replace(int[] next) {
        List<Integer> before = new Boxes(order);
        beginChange();
        order = next;
        nextReplace(0, next.length, before);
        endChange();
    }

    private static final class Boxes extends AbstractList<Integer> implements RandomAccess {
        private final int[] values;

        Boxes(int[] values) {
            this.values = values;
        }

        @Override
        public Integer get(int index) {
            return values[index];
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}
