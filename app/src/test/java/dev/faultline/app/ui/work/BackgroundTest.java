package dev.faultline.app.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.Fx;
import dev.faultline.trace.progress.Phase;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a user is told while a trace is read and replayed at the same time.
@ExtendWith(Fx.class)
class BackgroundTest {
    private static final long MS = 1_000_000;

    @Test
    void replayingWhatIsThereIsNoProgressOfItsOwnWhileTheRestIsRead() throws Exception {
        var half = new CountDownLatch(1);
        var seen = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        Background<Boolean> job = Fx.call(() -> Background.start("read", progress -> {
            Thread.sleep(20);
            progress.update(Phase.READING, 50, 100);
            progress.update(Phase.RECONSTRUCTING, 999, 1000);
            half.countDown();
            seen.await();
            progress.update(Phase.READING, 100, 100);
            progress.update(Phase.RECONSTRUCTING, 1000, 2000);
            done.countDown();
            return true;
        }, new Background.Outcome<>(_ -> {}, _ -> {}, () -> {})));
        half.await();
        Fx.await("progress", () -> job.stepProperty().get().phase() == Phase.READING);
        WorkProgress step = job.stepProperty().get();
        assertEquals(0.5, step.fraction());
        assertTrue(step.remainingNs() >= 20 * MS, "it took 20 ms to come so far, not " + step.remainingNs() + " ns");
        seen.countDown();
        done.await();
        Fx.await("progress", () -> job.stepProperty().get().phase() == Phase.RECONSTRUCTING);
        assertEquals(0.5, job.stepProperty().get().fraction());
    }
}
