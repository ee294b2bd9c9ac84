package dev.faultline.trace.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.disk.FullDisk;
import dev.faultline.trace.disk.ScratchFiles;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlabsTest {
    private static final long MB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void goesOnInAFileWhereMemoryEnds() {
        ColumnMemory memory = ColumnMemory.of(MB);
        try (Slabs slabs = new Slabs(memory, () -> ScratchFiles.in(folder))) {
            List<MemorySegment> pieces = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                MemorySegment piece = slabs.allocate(20_001);
                piece.set(ValueLayout.JAVA_INT, 0, i);
                piece.set(ValueLayout.JAVA_BYTE, 20_000, (byte) i);
                pieces.add(piece);
            }
            MemorySegment big = slabs.allocate(40 * MB + 3);
            assertEquals(40 * MB + 3, big.byteSize());
            big.set(ValueLayout.JAVA_BYTE, 40 * MB + 2, (byte) 9);
            pieces.add(slabs.allocate(8));
            assertEquals(0, pieces.getLast().address() % 8);
            for (int i = 0; i < 300; i++) {
                assertEquals(i, pieces.get(i).get(ValueLayout.JAVA_INT, 0));
                assertEquals((byte) i, pieces.get(i).get(ValueLayout.JAVA_BYTE, 20_000));
            }
            assertTrue(slabs.inMemory() > 0 && slabs.inMemory() <= MB, "in memory " + slabs.inMemory());
            assertTrue(slabs.inFile() >= 45 * MB, "in the file " + slabs.inFile());
        }
    }

    @Test
    void closingGivesTheMemoryToOthers() {
        ColumnMemory memory = ColumnMemory.of(MB);
        for (int i = 0; i < 3; i++) {
            try (Slabs slabs = new Slabs(memory, () -> ScratchFiles.in(folder))) {
                slabs.allocate(MB - 10);
                assertEquals(0, slabs.inFile());
                slabs.allocate(MB);
                assertTrue(slabs.inFile() > 0);
            }
        }
    }

    @Test
    void fullDiskIsToldInASentenceAndLeavesTheRest() {
        ColumnMemory memory = ColumnMemory.of(MB);
        FullDisk disk = new FullDisk(ScratchFiles.in(folder), 40 * MB);
        try (Slabs other = new Slabs(memory, () -> disk); Slabs slabs = new Slabs(memory, () -> disk)) {
            MemorySegment before = other.allocate(100);
            before.set(ValueLayout.JAVA_INT, 0, 4711);
            StorageException e = assertThrows(StorageException.class, () -> {
                for (int i = 0; i < 100; i++) {
                    slabs.allocate(MB);
                }
            });
            assertTrue(e.getMessage().contains(folder.toString()) && e.getMessage().contains("No space left"),
                    e::getMessage);
            assertEquals(4711, before.get(ValueLayout.JAVA_INT, 0));
        }
    }

    @Test
    void heapAndMachineBoundTheMemory() {
        long heap = Runtime.getRuntime().maxMemory();
        var roomy = new ColumnMemory(10 * heap, () -> new MachineMemory(64 * heap, 64 * heap));
        assertTrue(roomy.take(2 * ColumnMemory.STEP));
        var small = new ColumnMemory(10 * heap, () -> new MachineMemory(heap, 64 * heap));
        assertTrue(small.take(ColumnMemory.STEP), "the first bytes are everybody's");
        assertFalse(small.take(1), "heap and reserve are more than the machine has");
        var busy = new ColumnMemory(10 * heap, () -> new MachineMemory(64 * heap, 4 * heap));
        assertFalse(busy.take(2 * ColumnMemory.STEP), "others use the machine");
        assertEquals(4 << 20, ColumnMemory.ofHeap(8 << 20));
        assertTrue(MachineMemory.now().available() > 0);
        assertTrue(MachineMemory.now().available() <= MachineMemory.now().total());
    }

    @Test
    void growingListsKeepWhatWasAdded() {
        try (Slabs slabs = new Slabs()) {
            GrowingInts list = new GrowingInts(slabs);
            int n = 300_000;
            for (int i = 0; i < n; i++) {
                list.add(i * 31);
            }
            assertEquals(n, list.size());
            for (int i = 0; i < n; i++) {
                assertEquals(i * 31, list.get(i));
            }
            assertThrows(IndexOutOfBoundsException.class, () -> list.get(n));
        }
    }
}
