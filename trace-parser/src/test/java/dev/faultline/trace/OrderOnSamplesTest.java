package dev.faultline.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.TraceHeader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Order on real traces.
class OrderOnSamplesTest {
    static List<Path> traces() {
        return Stream.concat(Samples.v2().stream(), Stream.of(resource("rare-events-1.27"))).toList();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void anIndependentReplayAgrees(Path file) throws IOException {
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            assertEquals(List.of(), TraceValidator.complaints(trace));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generations-1.22", "generations-1.27"})
    void manyGenerationsFitTogether(String name) throws IOException {
        try (Trace trace = TraceReader.read(resource(name), Progress.NONE)) {
            assertTrue(trace.generations().size() > 3);
            assertEquals(List.of(), TraceValidator.complaints(trace));
        }
    }

    /// Each generation alone, with the header before it, is a trace and gives the same rows.
    @ParameterizedTest
    @ValueSource(strings = {"generations-1.22", "generations-1.27"})
    void aGenerationAloneHasTheSameOrder(String name) throws IOException {
        byte[] whole = Files.readAllBytes(resource(name));
        List<Integer> starts = generationStarts(whole);
        try (Trace trace = TraceReader.read(resource(name), Progress.NONE)) {
            assertEquals(starts.size() - 1, trace.generations().size());
            for (int i = 0; i + 1 < starts.size(); i++) {
                byte[] alone = Arrays.copyOf(whole, TraceHeader.SIZE + starts.get(i + 1) - starts.get(i));
                System.arraycopy(whole, starts.get(i), alone, TraceHeader.SIZE, starts.get(i + 1) - starts.get(i));
                Generation g = trace.generations().get(i);
                try (Trace part = TraceText.read(alone)) {
                    assertEquals(RowText.of(trace, g.fromRow(), g.toRow()), RowText.of(part));
                }
            }
        }
    }

    @Test
    void gettersAgreeWithTheCursor() throws IOException {
        try (Trace trace = TraceReader.read(Samples.of("go1.27", "thundering-herd"), Progress.NONE)) {
            EventStore s = trace.events();
            int from = s.size() / 3;
            EventCursor e = s.cursor(from, s.size());
            for (int row = from; e.next(); row += 1) {
                assertEquals(row, e.row());
                assertEquals(List.of(e.type(), e.time(), e.thread(), e.proc(), e.goroutine(), e.subject(), e.stack(),
                        e.a(), e.b(), e.c()),
                        List.of(s.type(row), s.time(row), s.thread(row), s.proc(row), s.goroutine(row), s.subject(row),
                                s.stack(row), s.a(row), s.b(row), s.c(row)));
            }
        }
    }

    @Test
    void rowsAreHandedOutInOrder() throws IOException {
        List<Integer> bounds = new ArrayList<>(List.of(0));
        RowListener listener = (parts, generation) -> {
            assertEquals(bounds.getLast(), generation.fromRow());
            assertEquals(parts.events().size(), generation.toRow());
            bounds.add(generation.toRow());
        };
        try (Trace trace = TraceReader.read(resource("generations-1.27"), Progress.NONE, listener)) {
            assertEquals(trace.events().size(), bounds.getLast());
            assertEquals(trace.generations().stream().map(Generation::toRow).toList(),
                    bounds.subList(1, bounds.size()));
        }
    }

    private static Path resource(String name) {
        return Path.of("src", "test", "resources", "traces", name + ".trace");
    }

    /// Offsets of the first batches of the generations, and the end of the file.
    private static List<Integer> generationStarts(byte[] file) {
        List<Integer> starts = new ArrayList<>();
        long last = -1;
        int at = TraceHeader.SIZE;
        while (at < file.length) {
            int begin = at;
            if (file[at++] == EventType.END_OF_GENERATION.id()) {
                last = -1;
                continue;
            }
            long[] head = new long[4];
            for (int i = 0; i < head.length; i++) {
                for (int shift = 0, b = -1; b < 0; shift += 7) {
                    b = file[at++];
                    head[i] |= shift < Long.SIZE ? (b & 0x7fL) << shift : 0;
                }
            }
            if (head[0] != last) {
                starts.add(begin);
                last = head[0];
            }
            at += (int) head[3];
        }
        starts.add(file.length);
        return starts;
    }
}
