package dev.faultline.model.analysis.task;

import static dev.faultline.model.Script.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.faultline.model.Requests;
import dev.faultline.model.Script;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.Run.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Requests, tests and items of work are told from stacks.
class RunsTest {
    private static final String SLEEP = "time.Sleep:300 < main.handle:10";

    /// The facts of a trace, and those of goroutine 10.
    private record Known(Facts facts) {
        static Known of(Script script) {
            return new Known(new Facts(script.build()));
        }

        int index() {
            return facts.model().goroutines().indexOf(10);
        }

        List<Run> runs() {
            return facts.runs().of(index());
        }
    }

    @Test
    void aConnectionServesOneRequestAfterTheOther() {
        Known known = Known.of(new Requests(new Script(100_000)).connection(10)
                .served(new long[]{1000, 2000}, 10, "sleep", SLEEP).served(new long[]{5000, 8000}, 10, "sleep", SLEEP)
                .hangs(9000, 10, "chan send", "runtime.chansend1:161 < main.handle:14").script());
        List<Run> all = known.runs();
        assertEquals(List.of(1_001_000L, 3_001_000L), all.subList(0, 2).stream().map(Run::durationNs).toList());
        assertEquals(List.of(true, true, false), all.stream().map(Run::ended).toList());
        assertEquals("main.handle", all.getFirst().name());
        assertEquals(all.get(1), known.facts().runs().at(known.index(), 6_000_000));
        assertNull(known.facts().runs().at(known.index(), 4_000_000));
    }

    @Test
    void theHandlerNamesARequestNotWhatWrapsIt() {
        Known known = Known
                .of(new Requests(new Script(100_000)).connection(10).served(new long[]{1000, 2000}, 10, "sleep",
                        SLEEP + " < net/http.HandlerFunc.ServeHTTP:2358 < main.logged.func1:50").script());
        assertEquals("main.handle", known.runs().getFirst().name());
    }

    @Test
    void whatWrapsTheHandlerDoesNotNameARequestThoughItWaitsFirst() {
        Script script = new Requests(new Script(100_000)).connection(10).script();
        String served = " < net/http.HandlerFunc.ServeHTTP:2358 < net/http.serverHandler.ServeHTTP:3436"
                + " < net/http.(*conn).serve:2157";
        script.wake(1000, 0, 10, "").start(1000, 10)
                .waits(new long[]{1100, 1200}, 10, MAIN, "sleep", "time.Sleep:300 < main.logged.func1:49" + served)
                .waits(new long[]{1300, 1400}, 10, MAIN, "sleep",
                        SLEEP + " < net/http.HandlerFunc.ServeHTTP:2358 < main.logged.func1:50" + served);
        assertEquals("main.handle", Known.of(script).runs().getLast().name());
    }

    @Test
    void aTestIsARunAndSoKnownToThoseItStarts() {
        Script script = new Script(100_000).create(1000, MAIN, 10, "testing.tRunner", "testing.(*T).Run:1600")
                .start(1001, 10).create(2000, 10, 11, "p.TestX.func1", "p.TestX:12").start(2001, 11)
                .waits(new long[]{3000, 4000}, 10, 11, "chan receive", "p.TestX:14 < testing.tRunner:1500")
                .end(5000, 10);
        Facts facts = new Facts(script.build());
        int child = facts.model().goroutines().indexOf(11);
        assertEquals("p.TestX", facts.tests().of(child));
        assertEquals(Kind.TEST, facts.runs().of(facts.model().goroutines().creator(child)).getFirst().kind());
    }

    @Test
    void aMarkedTaskIsNotInferredAgain() {
        Script script = new Requests(new Script(100_000)).connection(10)
                .served(new long[]{1000, 2000}, 10, "sleep", SLEEP).script().task(new long[]{1000, 1900}, 10, 7, "get");
        assertEquals(List.of(Kind.TASK), Known.of(script).runs().stream().map(Run::kind).toList());
    }

    @Test
    void aTestStaysThoughItBeginsATask() {
        Script script = new Script(100_000).create(1000, MAIN, 10, "testing.tRunner", "testing.(*T).Run:1600")
                .start(1001, 10).task(new long[]{1100, 1900}, 10, 7, "get")
                .waits(new long[]{3000, 4000}, 10, MAIN, "chan receive", "p.TestX:14 < testing.tRunner:1500")
                .end(5000, 10);
        Known known = Known.of(script);
        assertEquals(List.of(Kind.TEST, Kind.TASK), known.runs().stream().map(Run::kind).toList());
        assertEquals("p.TestX", known.facts().tests().of(known.index()));
    }

    @Test
    void aTestThatRunsInParallelBeginsWhenItsTurnHasCome() {
        Script script = new Script(100_000).create(1000, MAIN, 10, "testing.tRunner", "testing.(*T).Run:1600")
                .start(1001, 10)
                .waits(new long[]{2000, 50_000}, 10, MAIN, "chan receive",
                        "testing.(*T).Parallel:1709 < p.TestX:14 < testing.tRunner:1500")
                .end(51_000, 10).create(2000, MAIN, 11, "testing.tRunner", "testing.(*T).Run:1600").start(2001, 11)
                .block(2002, 11, "chan receive", "testing.(*T).Parallel:1709 < p.TestY:24 < testing.tRunner:1500");
        List<Run> runs = Known.of(script).facts().runs().inferred();
        assertEquals(List.of(1_000_000L), runs.stream().map(Run::durationNs).toList());
    }

    @Test
    void stacksAndTheCallThatStartedAGoroutineTellItsTest() {
        Script script = new Script(100_000).create(1000, MAIN, 10, "p.ExampleX.func1",
                "p.ExampleX:12 < testing.runExample:63 < testing.(*M).Run:2600 < main.main:9").start(1001, 10)
                .create(2000, 10, 11, "p.work", "p.ExampleX.func1:13").start(2001, 11)
                .block(2002, 11, "forever", "p.work:30");
        Facts facts = Known.of(script).facts();
        assertEquals("p.ExampleX", facts.tests().of(facts.model().goroutines().indexOf(11)));
        assertNull(facts.tests().of(0), "main starts all of them");
        assertNull(facts.tests().of(List.of()));
    }

    @Test
    void whereAHelperRunsPartsOfATestTheTestIsNamed() {
        Script script = new Script(100_000).create(1000, MAIN, 10, "testing.tRunner", "testing.(*T).Run:1600")
                .start(1001, 10).create(2000, 10, 11, "testing.tRunner",
                        "testing.(*T).Run:1600 < p.runParts:40 < p.TestX:12 < testing.tRunner:1500")
                .start(2001, 11)
                .waits(new long[]{3000, 4000}, 11, MAIN, "sleep",
                        "time.Sleep:9 < p.runParts.func1:41 < testing.tRunner:1500");
        Facts facts = Known.of(script).facts();
        int part = facts.model().goroutines().indexOf(11);
        assertEquals("p.runParts.func1", facts.runs().of(part).getFirst().name());
        assertEquals("p.TestX", facts.tests().of(part));
    }

    @Test
    void workersThatAlsoWaitElsewhereTakeTheirItemsWhereTheyWaitMost() {
        Script script = twoWorkers();
        script.waits(new long[]{55_000, 58_000}, 10, MAIN, "chan receive", "runtime.chanrecv1:509 < main.gate:40");
        assertEquals(8, Known.of(script).facts().runs().inferred().size());
        assertEquals(19_500_000, Known.of(script).runs().get(1).durationNs());
    }

    @Test
    void aWorkerDoesOneItemAfterTheOther() {
        Script script = twoWorkers();
        List<Run> items = Known.of(script).runs();
        assertEquals(List.of(Kind.ITEM, Kind.ITEM, Kind.ITEM), items.stream().map(Run::kind).toList().subList(1, 4));
        assertEquals(19_500_000, items.get(1).durationNs());
    }

    /// Each waits three times for an item, 20 ms apart.
    private static Script twoWorkers() {
        Script script = new Script(100_000);
        for (int g = 10; g < 12; g++) {
            script.create(10, MAIN, g, "main.worker", "main.main:5").start(11, g);
            for (int i = 0; i < 3; i++) {
                long at = 1000L * g + 20_000L * i;
                script.block(at, g, "chan receive", "runtime.chanrecv1:509 < main.worker:30")
                        .wake(at + 500, MAIN, g, "runtime.chansend1:161 < main.main:9").start(at + 500, g);
            }
        }
        return script;
    }
}
