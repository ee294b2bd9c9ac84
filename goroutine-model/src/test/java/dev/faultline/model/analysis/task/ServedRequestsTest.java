package dev.faultline.model.analysis.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Run.Kind;
import dev.faultline.model.analysis.task.Runs.Name;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Requests over HTTP/1 and HTTP/2 of a real program, which `served.go` beside the trace is.
class ServedRequestsTest {
    private static final Path TRACE = Path.of("src/test/resources/requests/served.trace.gz");

    private static Facts read() throws IOException {
        return new Facts(ModelBuilder.build(TraceReader.read(TRACE, Progress.NONE), Progress.NONE));
    }

    @Test
    void requestsOfBothProtocolsAreNamedByTheirHandlerNotByWhatWrapsIt() throws IOException {
        Map<Name, Integer> found = read().runs().byName().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().size()));
        assertEquals(Map.of(new Name(Kind.REQUEST, "main.list"), 8, new Name(Kind.REQUEST, "main.detail"), 5), found);
    }

    @Test
    void aRequestLastsAsLongAsItsHandler() throws IOException {
        Facts facts = read();
        List<Run> lists = facts.runs().byName().get(new Name(Kind.REQUEST, "main.list"));
        assertEquals(1, lists.stream().filter(run -> !run.began()).count(), "its begin is older than the trace");
        assertTrue(lists.stream().filter(Run::began).allMatch(run -> run.ended() && run.durationNs() >= 2_100_000),
                "it sleeps for 2.1 ms");
        assertTrue(lists.stream().mapToLong(Run::durationNs).sum() < facts.model().durationNs(),
                "one follows the other");
    }

    @Test
    void whatIsInferredIsListedBehindTheTasksAndMarked() throws IOException {
        List<Run> all = read().runs().all();
        assertEquals(13, all.size());
        assertEquals("request (inferred)", all.getFirst().kind().marked());
        assertEquals("task", Kind.TASK.marked());
    }
}
