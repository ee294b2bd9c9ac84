package dev.faultline.trace.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.trace.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
