package dev.faultline.app.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Thing;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescribeTest {
    @Test
    void aProcessorTellsWhatTheProgramAndWhatTheRuntimeHadOfIt() throws IOException {
        Facts facts = Read.sample("go1.27/stw-storm");
        TraceModel model = facts.model();
        Details details = new Describe(facts, new Lookup(model), () -> true).of(new Thing.Processor(0, -1))
                .orElseThrow();
        String share = details.facts().stream().filter(fact -> fact.label().equals("Of that")).findFirst()
                .orElseThrow().text();
        ProcSpans lane = model.procSpans(0);
        long program = IntStream.range(0, lane.size())
                .filter(i -> lane.state(i) == GoState.RUNNING && lane.goroutine(i) >= 0
                        && !model.goroutines().system(lane.goroutine(i)))
                .mapToLong(i -> lane.end(i) - lane.start(i)).sum();
        assertTrue(program > 0 && share.contains("goroutines of the program " + Units.duration(program)), share);
        assertTrue(share.contains("goroutines of the runtime, such as GC workers, "), share);
        assertEquals("P0", details.title());
    }
}
