package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest {
    @Test
    void theLastPartFollowsAnAnd() {
        assertEquals("", Lists.and(List.of()));
        assertEquals("a", Lists.and(List.of("a")));
        assertEquals("a and b", Lists.and(List.of("a", "b")));
        assertEquals("a, b and c", Lists.and(List.of("a", "b", "c")));
    }

    @Test
    void theRestIsCounted() {
        assertEquals("a and b", Lists.some(List.of("a", "b"), 2));
        assertEquals("a, b and 12\u202f345 more", Lists.some(List.of("a", "b"), 12_347));
        assertEquals("7", Lists.some(List.of(), 7));
    }
}
