package dev.faultline.trace.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class PresentPagesTest {
    private static final long BYTES = 1 << 22;

    @Test
    void givesZerosThatCanBeWrittenAndFreesThem() {
        MemorySegment pages;
        try (Arena arena = Arena.ofShared()) {
            pages = PresentPages.allocate(BYTES, arena);
            assertEquals(BYTES, pages.byteSize());
            assertEquals(-1, pages.mismatch(MemorySegment.ofArray(new byte[(int) BYTES])));
            pages.fill((byte) 7);
            assertEquals(7, pages.get(ValueLayout.JAVA_BYTE, BYTES - 1));
        }
        assertThrows(IllegalStateException.class, () -> pages.get(ValueLayout.JAVA_BYTE, 0));
    }

    @Test
    void saysSoWhenThereIsNotSoMuch() {
        try (Arena arena = Arena.ofShared()) {
            assertThrows(OutOfMemoryError.class, () -> PresentPages.allocate(1L << 56, arena));
        }
    }
}
