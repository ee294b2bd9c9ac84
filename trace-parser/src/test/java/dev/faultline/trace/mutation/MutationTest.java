package dev.faultline.trace.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.trace.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A few mutations of each small sample, always the same ones. [MutationRun] does any number.
class MutationTest {
    private static final int EACH = 8;
    private static final long SMALL = 64 << 10;

    @Test
    void newTracesHoldTheInvariants() throws IOException {
        assertEquals(List.of(), MutationRun.run(small(Samples.v2()), 0, EACH, MutationRun.READING_IS_ALL));
    }

    @Test
    void oldTracesHoldTheInvariants() throws IOException {
        assertEquals(List.of(), MutationRun.run(small(Samples.v1()), 0, EACH, MutationRun.READING_IS_ALL));
    }

    /// What long runs have found: a copy of a batch of which hardly the header was left, a copy that begins exactly where
    /// the damaged one is said to end, a size that looks like the end of a generation, a line of text in the very first header, a second copy that begins inside
    /// of a header, in another generation, or where what is cut off makes sense.
    @ParameterizedTest
    @CsvSource({"go1.22, leak-before-start, 919", "go1.24, leak-before-start, 697", "go1.22, blocking-rate, 824",
            "go1.22, span-not-ended, 1069", "go1.24, healthy-waiters, 175", "field-cases, dbleak, 999",
            "field-cases, dbleak, 2346", "field-cases, seqfill8, 997", "field-cases, dbserve, 1194",
            "go1.27, range-never-closed, 1443", "go1.24, leak-before-start, 4643", "go1.24, healthy-waiters, 4389",
            "go1.22, blocking-rate, 4288", "go1.24, blocking-rate, 4146"})
    void whatLongRunsFoundStaysMended(String release, String name, int n) throws IOException {
        List<Path> files = List.of(Samples.of(release, name));
        assertEquals(List.of(), MutationRun.run(files, n, n + 1, MutationRun.READING_IS_ALL));
    }

    private static List<Path> small(List<Path> files) throws IOException {
        List<Path> small = new ArrayList<>();
        for (Path file : files) {
            if (Files.size(file) < SMALL) {
                small.add(file);
            }
        }
        return small;
    }
}
