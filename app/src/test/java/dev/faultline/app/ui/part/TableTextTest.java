package dev.faultline.app.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTextTest {
    @TempDir
    private Path folder;

    private final String[] names = {"plain", "a,b", "say \"x\"", "two\nlines", "a\tb"};
    private final TableText text = new TableText(List.of(Column.words("Name", 100, i -> names[i]),
            Column.duration("Time, all", i -> 1_500 * i), Column.share("Share", i -> i / 8.0)));

    @Test
    void rowsAreCopiedAsTheyAreSeen() {
        assertEquals("Name\tTime, all\tShare\na b\t6.00 µs\t50 %\nplain\t0\t0 %\n",
                text.tabs(new int[]{4, 0}, true, () -> false));
        assertEquals("two lines\t4.50 µs\t38 %\n", text.tabs(new int[]{3}, false, () -> false));
    }

    @Test
    void csvQuotesWhatRfc4180AsksForAndHasPlainNumbers() throws IOException {
        Path file = folder.resolve("table.csv");
        text.csv(file, new int[]{0, 1, 2, 3}, () -> false);
        assertEquals("Name,\"Time, all (ns)\",Share\r\nplain,0,0.0\r\n\"a,b\",1500,0.125\r\n"
                + "\"say \"\"x\"\"\",3000,0.25\r\n\"two\nlines\",4500,0.375\r\n", Files.readString(file));
    }

    @Test
    void aFileThatIsCancelledLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), "before");
        assertThrows(IOException.class, () -> text.csv(file, new int[]{0, 1}, () -> true));
        assertEquals("before", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "and no draft");
        }
    }

    @Test
    void aSummaryTellsTotalShareAndQuantiles() {
        Column column = Column.duration("Time", i -> (i + 1) * 1_000_000L);
        assertEquals("Time: total 5.05 s, median 50.0 ms, p95 95.0 ms, p99 99.0 ms, max 100.0 ms",
                TableSummary.of(column, IntStream.range(0, 100).toArray(), 100));
        assertEquals("Time: total 3.00 ms (0.06 % of all), median 1.00 ms, p95 2.00 ms, p99 2.00 ms, max 2.00 ms",
                TableSummary.of(column, new int[]{0, 1}, 100));
    }
}
