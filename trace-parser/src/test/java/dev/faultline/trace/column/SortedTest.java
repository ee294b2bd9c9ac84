package dev.faultline.trace.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SortedTest {
    @Test
    void findsTheFirstPlaceOfEveryLength() {
        for (int to = 3; to < 40; to++) {
            for (int first = 3; first <= to; first++) {
                int want = first;
                assertEquals(want, Sorted.first(3, to, i -> i >= want));
            }
        }
    }

    @Test
    void looksNowhereElse() {
        int last = Integer.MAX_VALUE - 1;
        assertEquals(last, Sorted.first(last - 5, last, i -> false));
        assertEquals(5, Sorted.first(5, 5, i -> {
            throw new AssertionError("there is no place " + i);
        }));
    }
}
