package dev.faultline.model.analysis.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.Range;
import dev.faultline.model.Samples;
import dev.faultline.model.Script;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import dev.faultline.model.analysis.timing.CollectorQueue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class QueueBlameTest {
    private static final int MOST = 200;

    static List<Path> traces() {
        return Samples.traces();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void dividesTheLongestQueuesOfEverySampleExactly(Path trace) {
        Samples.check(trace, model -> {
            for (Stretch queue : new Facts(model).timing().longestQueues()) {
                QueueBlame blame = QueueBlame.of(model, List.of(queue));
                assertEquals(queue.durationNs(), blame.totalNs());
                assertTrue(Math.min(Math.min(blame.stoppedNs(), blame.idleNs()), Math.min(blame.collectorNs(),
                        Math.min(blame.syscallNs(), blame.busyNs()))) >= 0, blame::toString);
                long ran = blame.by().values().longStream().sum();
                assertTrue(ran <= queue.durationNs() * model.procCount(), () -> ran + " in " + queue);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void findsTheSamePartsBehindTheCollectorAsTheReplay(Path trace) {
        Samples.check(trace, model -> {
            CollectorQueue replayed = new Facts(model).timing().collectorQueue();
            long named = workersNamed(model);
            int left = model.ranges(Range.Kind.GC_MARK).isEmpty() ? 0 : MOST;
            for (int g = 0; g < model.goroutines().count() && left > 0; g++) {
                Spans spans = model.spans(g);
                for (int s = 1; s < spans.size() - 1; s++) {
                    if (spans.state(s) == GoState.RUNNABLE && spans.end(s) - spans.start(s) >= 50_000
                            && !model.goroutines().system(g)) {
                        left--;
                        Stretch queue = new Stretch(g, spans.start(s), spans.end(s), 0);
                        long behind = replayed.behindNs(g, queue.fromNs(), queue.toNs());
                        long blamed = QueueBlame.of(model, List.of(queue)).collectorNs();
                        if (queue.fromNs() >= named) {
                            assertEquals(blamed >= 50_000 ? blamed : 0, behind, queue::toString);
                        } else {
                            assertTrue(behind <= blamed, queue::toString);
                        }
                    }
                }
            }
        });
    }

    /// When all workers that are older than the trace have shown who they are: the replay does not know it before.
    private static long workersNamed(TraceModel model) {
        long named = 0;
        for (int g = 0; g < model.goroutines().count(); g++) {
            Spans spans = model.spans(g);
            int s = 0;
            while (s < spans.size() && spans.state(s) != GoState.RUNNING) {
                s++;
            }
            if (WorkerRuns.isWorker(model.goroutines().name(g)) && model.goroutines().creationRow(g) < 0
                    && s < spans.size()) {
                named = Math.max(named, spans.end(s));
            }
        }
        return named;
    }

    /// Two Ps: both busy for 10 ms, one idle for 5 ms, the world stopped for 2 ms of the 10.
    @Test
    void tellsBusyFromIdleFromStopped() {
        Script script = new Script(100_000).proc(0, 0).proc(0, 1)
                .create(0, Script.MAIN, 10, "main.a", "main.main:5").create(0, Script.MAIN, 11, "main.b", "main.main:6")
                .runs(new long[]{1000, 30_000}, 10, 0).runs(new long[]{1000, 20_000}, 11, 1)
                .runs(new long[]{25_000, 40_000}, 11, 1)
                .pause(new long[]{12_000, 14_000}, Script.MAIN, "read mem stats", "main.stats:7");
        TraceModel model = script.build();
        QueueBlame blame = QueueBlame.of(model, List.of(new Stretch(-1, 10_000_000, 25_000_000, 0)));
        assertEquals(2_000_000, blame.stoppedNs());
        assertEquals(5_000_000, blame.idleNs());
        assertEquals(8_000_000, blame.busyNs());
        assertEquals(15_000_000, blame.totalNs());
        int a = model.goroutines().group(model.goroutines().indexOf(10));
        int b = model.goroutines().group(model.goroutines().indexOf(11));
        assertEquals(15_000_000, blame.by().get(a));
        assertEquals(10_000_000, blame.by().get(b));
    }
}
