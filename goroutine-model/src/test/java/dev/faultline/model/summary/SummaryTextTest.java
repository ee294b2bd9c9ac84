package dev.faultline.model.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Samples;
import dev.faultline.model.Script;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
    @Test
    void tellsWhatRanAndWhereTheTimeWent() {
        Samples.check(Samples.trace("go1.27/pool-swallows-timeout"), model -> {
            String text = SummaryText.of(model);
            assertTrue(text.contains("853.9 ms with 1141 events of 66 goroutines on 3 threads and 2 Ps"), text);
            assertTrue(text.lines().anyMatch(l -> l.matches("  main.poolSwallowsTimeout.func3 +24 +0 .*")), text);
            assertTrue(text.lines().anyMatch(l -> l.matches("  network +11 +3.93 s .*")), text);
            assertTrue(text.lines().anyMatch(l -> l.equals("  24 tasks")), text);
        });
    }

    @Test
    void columnsStandInLine() {
        Samples.check(Samples.trace("go1.27/pool-swallows-timeout"), model -> {
            List<String> waits = SummaryText.of(model).lines().dropWhile(l -> !l.equals("Completed waits")).skip(1)
                    .takeWhile(l -> !l.isEmpty()).toList();
            assertEquals(1, waits.stream().map(String::length).distinct().count(), () -> String.join("\n", waits));
        });
    }

    @Test
    void tellsOfWaitsThatHaveNotEnded() {
        Script script = new Script(1_000_000).create(100, Script.MAIN, 2, "main.ask", "main.main:4").start(110, 2)
                .block(200_000, 2, "chan receive", "main.ask:9").create(120, Script.MAIN, 3, "main.ask", "main.main:4")
                .start(130, 3).block(500_000, 3, "chan receive", "main.ask:9")
                .create(140, Script.MAIN, 4, "main.done", "main.main:5").start(150, 4)
                .waits(new long[]{200, 300}, 4, Script.MAIN, "chan send", "main.done:9").end(400, 4);
        List<String> open = SummaryText.of(script.build()).lines()
                .dropWhile(l -> !l.equals("Waits that have not ended")).skip(1).takeWhile(l -> !l.isEmpty())
                .map(l -> l.strip().replaceAll(" {2,}", " | ")).toList();
        assertEquals(List.of("goroutines | total | longest", "chan receive | 2 | 1.30 s | 800.0 ms"), open);
    }

    @Test
    void namesCannotCommandATerminal() throws IOException {
        try (Trace t = TraceReader.read(Samples.trace("go1.27/nil-channel"), Progress.NONE)) {
            Trace named = new Trace("a\u001b[2Jb\u202e", t.header(), t.minor(), t.bytes(), t.durationNs(), t.events(),
                    t.strings(), t.stacks(), t.goroutines(), t.threads(), t.generations(), t.report(), t.store());
            String text = SummaryText.of(ModelBuilder.build(named, Progress.NONE));
            assertTrue(text.startsWith("a\\u001b[2Jb\\u202e\n"), text);
        }
    }
}
