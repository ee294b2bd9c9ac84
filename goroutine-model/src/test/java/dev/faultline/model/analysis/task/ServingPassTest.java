package dev.faultline.model.analysis.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Requests;
import dev.faultline.model.Script;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.replay.Replay;
import dev.faultline.trace.progress.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of a very busy server the rows of some requests are dropped, but not of those that may be what is wrong.
class ServingPassTest {
    private static final String SLEEP = "time.Sleep:300 < main.handle:10";
    private static final int CONNECTIONS = 60;

    /// One connection serves many requests and then hangs; others serve one each and end, one hangs.
    private static Facts busy() {
        Requests requests = new Requests(new Script(100_000)).connection(10);
        for (int i = 0; i < 300; i++) {
            requests.served(new long[]{1000 + 100 * i, 1050 + 100 * i}, 10, "sleep", SLEEP);
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            requests.connection(11 + i).served(new long[]{40_000 + 100 * i, 40_050 + 100 * i}, 11 + i, "sleep", SLEEP);
            requests.script().wake(40_060 + 100 * i, 0, 11 + i, "").start(40_061 + 100 * i, 11 + i)
                    .end(40_062 + 100 * i, 11 + i);
        }
        return new Facts(requests.hangs(90_000, 10, "chan send", "runtime.chansend1:161 < main.handle:14").script()
                .build());
    }

    private static List<Run> found(Facts facts, int mostRows) {
        TraceModel model = facts.model();
        Replay replay = Replay.of(model.trace());
        ServingPass pass = new ServingPass(replay, model.trace().stacks(), mostRows);
        replay.to(pass);
        replay.accept(model.trace(), Progress.NONE);
        return new InferredRuns(model, facts.waitSites(), pass, List.of()).all();
    }

    @Test
    void findsTheSameAsAnIndexOfAllRows() {
        Facts facts = busy();
        assertEquals(300 + 1 + CONNECTIONS, found(facts, 1_000_000).size());
        assertEquals(facts.runs().inferred(), found(facts, 1_000_000));
    }

    @Test
    void dropsSomeThatEndedAndKeepsWhatHangs() {
        Facts facts = busy();
        List<Run> all = facts.runs().inferred();
        List<Run> some = found(facts, 500);
        int hanging = facts.model().goroutines().indexOf(10);
        List<Run> open = all.stream().filter(run -> run.goroutine() == hanging && !run.ended()).toList();
        assertEquals(1, open.size());
        assertTrue(some.containsAll(open), some::toString);
        assertTrue(some.size() < all.size() / 2, () -> some.size() + " of " + all.size());
        assertTrue(some.stream().filter(run -> run.goroutine() != hanging).count() >= CONNECTIONS / 8,
                some::toString);
        List<Run> made = new ArrayList<>(some.stream().filter(Run::began).toList());
        made.removeAll(new HashSet<>(all));
        assertEquals(List.of(), made, "what is found whole is what there is");
    }
}
