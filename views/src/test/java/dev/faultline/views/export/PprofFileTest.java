package dev.faultline.views.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitProfile;
import dev.faultline.views.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PprofFileTest {
    private static final Map<PprofKind, WaitProfile.Kind> GO = Map.of(PprofKind.BLOCKED, WaitProfile.Kind.SYNC,
            PprofKind.SCHED, WaitProfile.Kind.SCHED, PprofKind.SYSCALL, WaitProfile.Kind.SYSCALL, PprofKind.NETWORK,
            WaitProfile.Kind.NET);

    private static ReadMessage profile(TraceModel model, PprofKind kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PprofFile.write(model, kind, out);
        return ReadMessage
                .of(new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes());
    }

    @Test
    void finishedWaitsAddUpToThoseOfGoTool() throws IOException {
        for (String name : List.of("go1.27/pool-swallows-timeout", "go1.27/thundering-herd", "go1.22/lost-context")) {
            TraceModel model = Samples.facts(name).model();
            for (Map.Entry<PprofKind, WaitProfile.Kind> kind : GO.entrySet()) {
                ReadMessage profile = profile(model, kind.getKey());
                long count = 0;
                long ns = 0;
                for (ReadMessage sample : profile.messages(2)) {
                    if (!labels(profile, sample).contains("open=true")) {
                        count += sample.packed(2).get(0);
                        ns += sample.packed(2).get(1);
                    }
                }
                WaitProfile go = model.profile(kind.getValue());
                assertEquals(go.ns(), ns, go.ns() * 0.02, () -> name + " " + kind);
                assertEquals(go.count(), count, go.count() * 0.02, () -> name + " " + kind);
            }
        }
    }

    private static Set<String> labels(ReadMessage profile, ReadMessage sample) throws IOException {
        List<ByteString> strings = profile.bytes().get(6);
        Set<String> labels = new HashSet<>();
        for (ReadMessage label : sample.messages(3)) {
            labels.add(strings.get((int) label.number(1)).toStringUtf8() + "="
                    + strings.get((int) label.number(2)).toStringUtf8());
        }
        return labels;
    }

    @Test
    void stacksAndLabelsTellWhereAndWhy() throws IOException {
        TraceModel model = Samples.facts("go1.27/slow-leak").model();
        ReadMessage profile = profile(model, PprofKind.BLOCKED);
        List<ByteString> strings = profile.bytes().get(6);
        assertEquals("", strings.getFirst().toStringUtf8());
        Set<Long> locations = new HashSet<>();
        for (ReadMessage location : profile.messages(4)) {
            assertTrue(locations.add(location.number(1)));
            assertTrue(location.message(4).number(2) > 0);
        }
        Set<String> labels = new HashSet<>();
        for (ReadMessage sample : profile.messages(2)) {
            assertTrue(locations.containsAll(sample.packed(1)));
            labels.addAll(labels(profile, sample));
        }
        assertTrue(labels.containsAll(Set.of("open=true", "reason=chan send", "group=main.slowLeak.func1")),
                labels::toString);
        assertEquals(model.durationNs(), profile.number(10));
        assertEquals("delay", strings.get((int) profile.messages(1).get(1).number(1)).toStringUtf8());
    }

    @Test
    void samplesAndAssistsAreCounted() throws IOException {
        TraceModel model = Samples.facts("go1.22/gc-pressure").model();
        long assists = 0;
        for (ReadMessage sample : profile(model, PprofKind.ASSIST).messages(2)) {
            assists += sample.packed(2).get(0);
        }
        assertEquals(model.ranges(Range.Kind.MARK_ASSIST).size(), assists);
        assertTrue(assists > 0);
        assertEquals(0, profile(model, PprofKind.CPU).messages(2).size());
    }

    @Test
    void foldedStacksAddUpToTheTimeOfAllGoroutines() throws IOException {
        TraceModel model = Samples.facts("go1.27/pool-swallows-timeout").model();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FoldedFile.write(model, out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.stream().allMatch(l -> l.matches("[^;]+(;[^;]+)* \\d+")));
        long running = lines.stream().filter(l -> l.startsWith("running;"))
                .mapToLong(l -> Long.parseLong(l.substring(l.lastIndexOf(' ') + 1))).sum();
        long expected = 0;
        for (int g = 0; g < model.goroutines().count(); g++) {
            expected += model.goroutines().system(g) ? 0 : model.goroutines().runningNs(g);
        }
        assertEquals(expected, running);
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("network;") && l.contains("internal/poll.(*FD).Read")));
    }
}
