package dev.faultline.model.analysis.gc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Samples;
import dev.faultline.model.Script;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Longest.Stretch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class QueueBlameTest {
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
