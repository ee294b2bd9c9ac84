package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Fractures;
import dev.faultline.model.judge.Judged;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.summary.SummaryJson;
import dev.faultline.model.summary.SummaryText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What events mean where they can be taken in more than one way: the model decides, and all that is built on it follows.
class OneTruthTest {
    private static final int WORKER = 2;
    private static final long TASK = 7;

    private static Script script() {
        return new Script(1000);
    }

    private static Region region(TraceModel model, String name) {
        return model.regions().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<Finding> findings(TraceModel model, String id) {
        return Judged.of(model).findings().stream().filter(f -> f.id().equals(id))
                .toList();
    }

    @Test
    void anEndClosesTheInnermostRegionOfItsNameAndTask() {
        TraceModel model = script().region(new long[]{10, 60}, Script.MAIN, 0, "outer")
                .region(new long[]{20}, Script.MAIN, TASK, "part").region(new long[]{30}, Script.MAIN, 0, "part")
                .regionEnds(40, Script.MAIN, TASK, "part").regionEnds(50, Script.MAIN, 0, "part").build();
        List<Region> regions = model.regions();
        assertEquals(List.of(60_000L, 40_000L, 50_000L), regions.stream().map(Region::endNs).toList());
        assertTrue(regions.stream().allMatch(Region::ended));
        assertEquals(1, model.mismatchedRegionEnds().length, "the end of the region of the task came too early");
    }

    @Test
    void aRegionThatAnEndSkippedStaysOpen() {
        TraceModel model = script().create(5, Script.MAIN, WORKER, "main.work", "main.main:9").start(6, WORKER)
                .region(new long[]{10}, WORKER, 0, "outer").region(new long[]{20}, WORKER, 0, "inner")
                .regionEnds(30, WORKER, 0, "outer").end(50, WORKER).build();
        assertEquals(30_000, region(model, "outer").endNs());
        assertFalse(region(model, "inner").ended());
        assertEquals(50_000, region(model, "inner").endNs(), "the end of its goroutine");
        List<Finding> found = findings(model, "unfinished-span");
        assertEquals(1, found.size());
        assertTrue(found.getFirst().summary().contains("inner"), found.getFirst().summary());
    }

    @Test
    void regionsThatAreEndedInOrderAreNoMismatch() {
        TraceModel model = script().region(new long[]{10, 40}, Script.MAIN, 0, "a")
                .region(new long[]{20, 30}, Script.MAIN, 0, "a").regionEnds(50, Script.MAIN, 0, "older").build();
        assertEquals(0, model.mismatchedRegionEnds().length);
    }

    @Test
    void theFirstEndOfATaskCounts() {
        TraceModel model = script().task(new long[]{10, 40}, Script.MAIN, TASK, "request")
                .taskEnds(80, Script.MAIN, TASK).region(new long[]{20, 60}, Script.MAIN, TASK, "part").build();
        assertEquals(1, model.tasks().size());
        assertEquals(40_000, model.tasks().getFirst().endNs());
        assertEquals(model.tasks().getFirst().endNs(), model.tasks().endNs(0));
    }

    @Test
    void anIdThatIsBegunTwiceIsTwoTasks() {
        TraceModel model = script().task(new long[]{10, 40}, Script.MAIN, TASK, "request")
                .task(new long[]{50, 70}, Script.MAIN, TASK, "request").build();
        assertEquals(List.of(10_000L, 50_000L), model.tasks().stream().map(Task::startNs).toList());
        assertEquals(List.of(40_000L, 70_000L), model.tasks().stream().map(Task::endNs).toList());
        assertEquals(1, model.tasks().indexOfId(TASK), "what follows belongs to the second");
    }

    @Test
    void theBackgroundTaskIsInTheJsonSummaryOnly() throws IOException {
        TraceModel model = script().region(new long[]{10, 60}, Script.MAIN, 0, "part").build();
        assertTrue(model.tasks().isEmpty());
        assertEquals(1, model.backgroundTask().orElseThrow().regions().size());
        assertEquals(-1, model.tasks().indexOfId(0));
        assertTrue(SummaryText.of(model).contains(" 0 tasks\n"), SummaryText.of(model));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        SummaryJson.write(model, json);
        assertTrue(json.toString(StandardCharsets.UTF_8).contains("\"task_count\" : 1"));
    }

    @Test
    void aGoroutineWorksForTheTaskThatItsCreatorWasIn() {
        TraceModel model = script().task(new long[]{10, 90}, Script.MAIN, TASK, "request")
                .region(new long[]{15, 80}, Script.MAIN, TASK, "part").region(new long[]{18, 70}, Script.MAIN, 0, "sub")
                .create(20, Script.MAIN, WORKER, "main.work", "main.main:9").start(21, WORKER)
                .create(30, WORKER, 3, "main.deep", "main.work:9").start(31, 3).end(40, 3).end(50, WORKER)
                .create(95, Script.MAIN, 4, "main.work", "main.main:9").build();
        Goroutines goroutines = model.goroutines();
        assertEquals(0, model.inheritedTask(goroutines.indexOf(WORKER)));
        assertEquals(0, model.inheritedTask(goroutines.indexOf(3)), "through its creator");
        assertEquals(-1, model.inheritedTask(goroutines.indexOf(4)), "the task had ended");
    }

    @Test
    void aGoroutineThatIsFirstNamedBehindAGapIsKnownSinceThen() {
        TraceModel model = new Script(100_000).missing(2).region(new long[]{1000, 10_000}, Script.MAIN, 0, "before")
                .region(new long[]{60_000, 99_000}, Script.MAIN, 0, "after").seen(70_000, WORKER, "main.wait:3")
                .build();
        Goroutines goroutines = model.goroutines();
        int worker = goroutines.indexOf(WORKER);
        assertEquals(50_000_000, goroutines.bornNs(worker));
        assertEquals(50_000_000, goroutines.lifeNs(worker));
    }

    @Test
    void aGoroutineThatIsSeenAgainAfterItsExitHasNotEnded() {
        TraceModel model = script().create(5, Script.MAIN, WORKER, "main.work", "main.main:9").start(6, WORKER)
                .end(50, WORKER).start(70, WORKER).build();
        int worker = model.goroutines().indexOf(WORKER);
        assertFalse(model.goroutines().ended(worker));
        Spans spans = model.spans(worker);
        int last = spans.size() - 1;
        assertEquals(70_000, spans.start(last));
        assertEquals(model.durationNs(), spans.end(last));
        assertEquals(44_000 + 930_000, model.goroutines().runningNs(worker));
    }

    @Test
    void whatIsSaidOfAGoroutineThatVanishedInAGapEndsThere() {
        TraceModel model = new Script(100_000).missing(2)
                .create(100, Script.MAIN, WORKER, "main.work", "main.main:9").start(200, WORKER)
                .region(new long[]{1000}, WORKER, 0, "lost").region(new long[]{1000, 10_000}, Script.MAIN, 0, "before")
                .region(new long[]{60_000, 99_000}, Script.MAIN, 0, "after").build();
        int worker = model.goroutines().indexOf(WORKER);
        assertEquals(10_000_000, model.goroutines().endNs(worker));
        assertEquals(10_000_000, region(model, "lost").endNs());
        Finding found = findings(model, "unfinished-span").getFirst();
        assertEquals(10_000_000, found.evidence().intervals().getFirst().toNs());
    }

    /// Two of three regions that goroutines of a task run have lost it; how many the page and the rule say is the same.
    @Test
    void theFractureRateIsOfRegionsInGoroutinesWhoseCreatorsWereInATask() {
        Script script = script().old(9, "main.wait:3").task(new long[]{10, 900}, Script.MAIN, TASK, "request");
        for (int i = 0; i < 3; i++) {
            int g = WORKER + i;
            script.create(20 + i, Script.MAIN, g, "main.work", "main.main:9").start(30 + i, g)
                    .region(new long[]{40 + i, 60 + i}, g, i == 0 ? TASK : 0, "part").end(70 + i, g);
        }
        TraceModel model = script.region(new long[]{100, 110}, Script.MAIN, 0, "own")
                .region(new long[]{200, 210}, 9, 0, "unknown").build();
        Fractures fractures = new Facts(model).fractures();
        assertEquals(3, fractures.regions().size());
        assertEquals(2, fractures.lostCount());
        assertEquals(2.0 / 3, fractures.rate());
        assertEquals(1, fractures.unknown(), "goroutine 9 is older than the trace");
        Finding found = findings(model, "broken-context").getFirst();
        assertEquals(fractures.rate(),
                found.figures().stream().filter(f -> f.name().equals("fracture_ratio")).findFirst().orElseThrow()
                        .value());
    }
}
