package dev.faultline.app.ui.work;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What was freed does not stay with the process.
@EnabledOnOs(OS.LINUX)
class MemoryReturnTest {
    private static final int BLOCKS = 2_000;
    /// Small enough that the C library keeps it when it is freed.
    private static final int BLOCK = 100 << 10;

    @Test
    void freedPagesOfTheCLibraryGoBack() throws Exception {
        List<Arena> blocks = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            Arena arena = Arena.ofShared();
            MemorySegment block = arena.allocate(BLOCK);
            block.fill((byte) 1);
            blocks.add(arena);
        }
        // what was allocated last keeps the C library from giving back the rest by itself
        blocks.subList(0, BLOCKS - 1).forEach(Arena::close);
        long before = residentBytes();
        MemoryReturn.trim();
        long returned = before - residentBytes();
        blocks.getLast().close();
        assertTrue(returned > (long) BLOCKS * BLOCK / 2, returned / 1_000_000 + " MB went back");
    }

    private static long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst().orElseThrow();
    }
}
