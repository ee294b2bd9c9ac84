package dev.faultline.trace.mutation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.Samples;
import dev.faultline.trace.Trace;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.RawGeneration;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A stretch of a file that stands in it twice in a row, as a copy that was resumed too early leaves it, is read once and
/// costs nothing, wherever between two batches it lies.
class DoubledStretchTest {
    private static final int HEADER = 16;
    /// Bytes of the stretch before the end of a batch: a part of it, or more than all of it and its header.
    private static final int[] BEFORE = {9, 25, 700};
    /// Bytes behind that end: inside of the next header, or of the payload.
    private static final int[] BEHIND = {1, 6, 10, 17, 26, 48};
    /// Share of places where bytes happen to make a header that is none.
    private static final double BY_CHANCE = 0.015;

    @ParameterizedTest
    @CsvSource({"field-cases, seqfill8", "go1.22, leak-before-start", "go1.27, range-never-closed"})
    void isReadOnce(String release, String name) throws IOException {
        byte[] file = Files.readAllBytes(Samples.of(release, name));
        List<Mutation> places = places(file);
        List<String> different = new ArrayList<>();
        try (Trace whole = MutationCheck.read(file)) {
            Map<Long, Long> expected = Fingerprint.of(whole);
            for (Mutation place : places) {
                try (Trace trace = MutationCheck.read(place.apply(file))) {
                    if (!expected.equals(Fingerprint.of(trace)) || !trace.report().losses().isEmpty()) {
                        different.add(place + " " + trace.report().losses());
                    }
                }
            }
        }
        assertTrue(different.size() <= BY_CHANCE * places.size(), different::toString);
    }

    private static List<Mutation> places(byte[] file) throws IOException {
        List<Mutation> places = new ArrayList<>();
        for (RawGeneration generation : MutationCheck.scan(file)) {
            for (Batch batch : generation.batches().subList(0, generation.batches().size() - 1)) {
                int end = (int) batch.offset() + batch.size();
                for (int before : BEFORE) {
                    for (int behind : BEHIND) {
                        int at = Math.max(end - before, HEADER);
                        places.add(new Mutation(Mutation.Kind.DOUBLE, at, end + behind - at, 0, 0));
                    }
                }
            }
        }
        return places;
    }
}
