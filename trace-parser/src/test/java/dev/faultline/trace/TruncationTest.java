package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.format.TraceHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file that ends too early: what is complete is kept as it is, of the rest as much as there is.
class TruncationTest {
    private static final int STEP = 251;

    @ParameterizedTest
    @ValueSource(strings = {"generations-1.22", "generations-1.27"})
    void completeGenerationsStayAsTheyAre(String name) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src", "test", "resources", "traces", name + ".trace"));
        try (Trace full = TraceText.read(whole)) {
            List<String> rows = RowText.of(full);
            for (int length = TraceHeader.SIZE; length < whole.length; length += STEP) {
                try (Trace cut = TraceText.read(Arrays.copyOf(whole, length))) {
                    check(full, rows, cut);
                }
            }
        }
    }

    private static void check(Trace full, List<String> rows, Trace cut) {
        assertTrue(cut.generations().size() <= full.generations().size());
        int kept = 0;
        for (int i = 0; i + 1 < cut.generations().size(); i++) {
            Generation g = full.generations().get(i);
            assertEquals(g.toRow(), cut.generations().get(i).toRow());
            kept = g.toRow();
        }
        assertEquals(rows.subList(0, kept), RowText.of(cut, 0, kept));
        if (cut.generations().size() > 0 && !cut.report().complete()) {
            Generation last = cut.generations().getLast();
            assertTrue(last.toRow() <= full.generations().get(cut.generations().size() - 1).toRow());
        }
        assertTrue(cut.report().lostBytes() >= 0 && cut.report().lostBytes() <= cut.bytes());
        assertEquals(0, cut.report().skipped() * 20 / Math.max(1, cut.events().size()), "hardly any event is dropped");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 20_000, 40_000})
    void aCutIsSaid(int length) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src", "test", "resources", "traces", "generations-1.27.trace"));
        try (Trace cut = TraceText.read(Arrays.copyOf(whole, length))) {
            assertFalse(cut.report().complete());
            assertFalse(cut.generations().getLast().complete());
        }
    }
}
