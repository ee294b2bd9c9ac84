package dev.faultline.model.analysis.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Samples;
import dev.faultline.model.Script;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.gc.Assists;
import dev.faultline.model.analysis.task.CriticalPath.Cost;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriticalPathTest {
    private static CriticalPath path(TraceModel model, int id, long fromUs, long toUs) {
        return new CriticalPath(model, new Assists(model)).explain(model.goroutines().indexOf(id), fromUs * 1000,
                toUs * 1000);
    }

    /// Goroutine 10 asks 11 for something; 11 reads from the network, works, and answers.
    private static Script question() {
        return new Script(1_000).create(0, Script.MAIN, 10, "main.ask", "main.main:5")
                .create(0, Script.MAIN, 11, "main.answer", "main.main:6").start(0, 10).start(0, 11)
                .block(100, 10, "chan receive", "main.ask:12")
                .block(150, 11, "network", "net.(*conn).Read:8 < main.answer:20").wake(400, 0, 11, "")
                .start(420, 11).wake(500, 11, 10, "main.answer:22").start(530, 10);
    }

    @Test
    void aWaitCountsAsWhatItsWakerDidMeanwhile() {
        assertEquals(Map.of(Cost.RUNNING, 100_000L + 50_000 + 80_000 + 70_000, Cost.NETWORK, 250_000L, Cost.QUEUE,
                20_000L + 30_000), path(question().build(), 10, 0, 600).sums());
    }

    @Test
    void stepsNameWhoseTimeItIsAndWhereItWaits() {
        TraceModel model = question().build();
        CriticalPath.Step read = path(model, 10, 0, 600).steps().stream().filter(s -> s.cost() == Cost.NETWORK)
                .findFirst().orElseThrow();
        assertEquals(11, model.goroutines().id(read.goroutine()));
        assertEquals(150_000, read.fromNs());
        assertEquals(400_000, read.toNs());
        assertEquals("net.(*conn).Read", model.trace().stacks().frames(read.stack()).getFirst().function());
    }

    @Test
    void handoversTellWhoWaitedForWhomAndWhere() {
        CriticalPath path = path(question().build(), 10, 0, 600);
        TraceModel model = question().build();
        CriticalPath.Handover wait = path.handovers().getFirst();
        assertEquals(1, path.handovers().size());
        assertEquals(10, model.goroutines().id(wait.waiting()));
        assertEquals(11, model.goroutines().id(wait.waker()));
        assertEquals(100_000, wait.fromNs());
        assertEquals(500_000, wait.toNs());
        assertTrue(path.steps().stream().allMatch(s -> (s.handover() == 0) == (s.goroutine() == wait.waker())));
    }

    /// A timer starts the goroutine that ends the wait: nobody worked before, so the wait is the wait.
    @Test
    void beforeItsWakerWasCreatedAWaitIsWhatTheCreatorDid() {
        Script byGoroutine = new Script(1_000).create(0, Script.MAIN, 10, "main.ask", "main.main:5")
                .create(0, Script.MAIN, 12, "main.starter", "main.main:7").start(0, 10).start(0, 12)
                .block(100, 10, "select", "main.ask:12").create(300, 12, 11, "main.answer", "main.starter:9")
                .start(310, 11).wake(500, 11, 10, "main.answer:22").start(530, 10);
        assertEquals(Map.of(Cost.RUNNING, 100_000L + 200_000 + 190_000 + 70_000, Cost.QUEUE, 10_000L + 30_000),
                path(byGoroutine.build(), 10, 0, 600).sums());
        Script byItself = new Script(1_000).create(0, Script.MAIN, 10, "main.ask", "main.main:5").start(0, 10)
                .block(100, 10, "select", "main.ask:12").create(400, 0, 11, "main.answer", "")
                .start(410, 11).wake(500, 11, 10, "main.answer:22").start(530, 10);
        assertEquals(Map.of(Cost.RUNNING, 100_000L + 90_000 + 70_000, Cost.CHANNEL, 300_000L, Cost.QUEUE,
                10_000L + 30_000), path(byItself.build(), 10, 0, 600).sums());
    }

    @Test
    void aWaitForAPNamesWhoHadThem() {
        TraceModel model = question().build();
        PathParts parts = PathParts.of(model, new Assists(model), model.goroutines().indexOf(10), 0, 600_000);
        assertEquals(600_000, parts.parts().stream().mapToLong(PathParts.Part::ns).sum());
        PathParts.Part queue = parts.parts().stream().filter(p -> p.cost() == Cost.QUEUE).findFirst().orElseThrow();
        assertEquals(queue.ns() * model.procCount(),
                parts.holders(model, queue).stream().mapToLong(PathParts.Holder::ns).sum());
    }

    @Test
    void aWaitThatIsNotOverIsItsOwn() {
        assertEquals(Map.of(Cost.RUNNING, 100_000L, Cost.CHANNEL, 300_000L),
                path(question().build(), 10, 0, 400).sums());
    }

    @Test
    void assistsAreTakenOutOfRunning() {
        Script script = new Script(1_000).create(0, Script.MAIN, 10, "main.work", "main.main:5").start(0, 10)
                .assist(new long[]{100, 180}, 10, "main.work:9").assist(new long[]{250, 400}, 10, "main.work:9");
        assertEquals(Map.of(Cost.RUNNING, 150_000L, Cost.ASSIST, 80_000L + 70_000),
                path(script.build(), 10, 20, 320).sums());
    }

    @Test
    void twoThatWakeEachOtherInTurnEnd() {
        Script script = new Script(2_000).create(0, Script.MAIN, 10, "main.ping", "main.main:5")
                .create(0, Script.MAIN, 11, "main.pong", "main.main:6").start(0, 10).start(0, 11);
        for (int i = 0; i < 80; i++) {
            int sleeper = 10 + i % 2;
            script.block(10 + i * 20, sleeper, "chan receive", "main.ping:12")
                    .wake(20 + i * 20, 21 - sleeper, sleeper, "main.pong:22").start(22 + i * 20, sleeper);
        }
        TraceModel model = script.build();
        assertEquals(1_500_000,
                path(model, 10, 0, 1_500).sums().values().stream().mapToLong(Long::longValue).sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.27/pool-swallows-timeout", "go1.27/lost-context", "go1.27/healthy-spans",
            "go1.21/healthy-spans"})
    void theStepsFillEveryLifeExactly(String name) {
        Samples.check(Samples.trace(name), model -> {
            Assists assists = new Assists(model);
            for (int g = 0; g < model.goroutines().count(); g++) {
                long from = model.goroutines().bornNs(g);
                long to = model.goroutines().endNs(g);
                long sum = 0;
                for (CriticalPath.Step step : new CriticalPath(model, assists).explain(g, from, to).steps()) {
                    assertTrue(step.toNs() > step.fromNs(), step::toString);
                    assertTrue(step.fromNs() >= from && step.toNs() <= to, step::toString);
                    sum += step.toNs() - step.fromNs();
                }
                assertEquals(to - from, PathParts.of(model, assists, g, from, to).parts().stream()
                        .mapToLong(PathParts.Part::ns).sum());
                assertEquals(to - from, sum, name + " goroutine " + model.goroutines().id(g));
            }
        });
    }
}
