package dev.faultline.views.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.format.EventType;
import dev.faultline.views.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Field numbers are those of Perfetto's schema.
class PerfettoFileTest {
    private static final int EVENT = 11;
    private static final int DESCRIPTOR = 60;

    private final Map<Long, ReadMessage> tracks = new HashMap<>();
    private final Map<String, Long> slices = new HashMap<>();
    private final Map<Long, Long> open = new HashMap<>();
    private final Set<Long> flows = new HashSet<>();
    private long arrivals;
    private long values;

    private void read(TraceModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PerfettoFile.write(model, out);
        for (ReadMessage packet : ReadMessage.of(out.toByteArray()).messages(1)) {
            assertEquals(1, packet.number(10));
            if (packet.has(DESCRIPTOR)) {
                ReadMessage track = packet.message(DESCRIPTOR);
                assertTrue(track.number(5) == 0 || tracks.containsKey(track.number(5)), "a track's parent comes first");
                tracks.put(track.number(1), track);
            } else if (packet.has(EVENT)) {
                event(packet.message(EVENT));
            }
        }
    }

    private void event(ReadMessage event) {
        long track = event.number(11);
        assertTrue(tracks.containsKey(track));
        switch ((int) event.number(9)) {
            case 1 -> {
                slices.merge(root(track), 1L, Long::sum);
                open.merge(track, 1L, Long::sum);
            }
            case 2 -> open.merge(track, -1L, Long::sum);
            case 4 -> values++;
            default -> {
                flows.addAll(event.numbers().getOrDefault(47, List.of()));
                event.numbers().getOrDefault(48, List.of()).forEach(flow -> {
                    assertTrue(flows.contains(flow), "a flow begins before it ends");
                    arrivals++;
                });
            }
        }
    }

    private String root(long track) {
        ReadMessage at = tracks.get(track);
        return at.number(5) == 0 ? at.text(2) : root(at.number(5));
    }

    @Test
    void tellsAsMuchAsTheModel() throws IOException {
        TraceModel model = Samples.facts("go1.24/healthy-spans").model();
        read(model);
        assertEquals(model.tasks().size(), slices.get("Tasks"));
        assertEquals(IntStream.range(0, model.goroutines().count()).filter(model.goroutines()::mentioned).count(),
                slices.get("Goroutines"));
        long onProcs = IntStream.range(0, model.procCount()).mapToObj(model::procSpans)
                .mapToLong(s -> IntStream.range(0, s.size()).filter(i -> s.goroutine(i) >= 0).count()).sum();
        assertEquals(onProcs, slices.get("Ps"));
        assertEquals(model.metrics().stream().mapToLong(m -> m.values().length).sum(), values);
        long wakes = IntStream.range(0, model.trace().events().size())
                .filter(r -> model.trace().events().type(r) == EventType.GO_UNBLOCK
                        && model.trace().events().proc(r) >= 0)
                .count();
        assertEquals(wakes, flows.size());
        assertTrue(arrivals > 0.9 * wakes && arrivals <= wakes, arrivals + " of " + wakes);
        assertTrue(open.values().stream().allMatch(n -> n == 0), "each slice ends");
    }

    @Test
    void pausesAndCollectionsAreSlices() throws IOException {
        TraceModel model = Samples.facts("go1.22/gc-pressure").model();
        read(model);
        assertEquals(model.ranges().size(), slices.get("GC and pauses"));
        assertTrue(model.ranges(Range.Kind.GC_SWEEP).size() > 0);
    }

    @Test
    void lanesHoldNoTwoAtOnce() {
        Lanes lanes = new Lanes();
        assertEquals(0, lanes.place(0, 10));
        assertEquals(1, lanes.place(5, 20));
        assertEquals(0, lanes.place(10, 30));
        assertEquals(1, lanes.place(20, 20));
        assertEquals(1, lanes.place(21, 22));
    }
}
