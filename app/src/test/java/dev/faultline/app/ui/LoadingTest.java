package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.OpenedFile;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a tab shows while its file is read, and when it cannot be.
@ExtendWith(Fx.class)
@Tag("slow")
class LoadingTest {
    @TempDir
    private Path folder;

    /// Reads forever, or until told to stop.
    private static final class Endless {
        private final CountDownLatch stopped = new CountDownLatch(1);
        private final AtomicInteger rounds = new AtomicInteger();

        OpenedFile open(Path file, Progress progress) throws IOException {
            for (long done = 60; !progress.cancelled(); done = Math.min(99, done + 1)) {
                rounds.incrementAndGet();
                progress.update(Phase.READING, done * 1_000_000, 100_000_000);
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            stopped.countDown();
            throw new CancellationException();
        }
    }

    @Test
    void showsProgressAndCancels() throws Exception {
        var endless = new Endless();
        try (Bench bench = Bench.open(folder, endless::open)) {
            Fx.run(() -> bench.window().workspace().open(List.of(folder.resolve("huge.trace"))));
            var bar = (ProgressBar) bench.find(".progress-bar");
            Fx.await("the bar moves", () -> bar.getProgress() >= 0.6);
            Fx.await("bytes are named", () -> bench.scene().getRoot().lookupAll(".dim").stream()
                    .anyMatch(n -> n.toString().contains("MB of 100 MB")));
            assertTrue(Fx.call(() -> !bench.scene().getRoot().lookup("#rail-Timeline").isDisabled()
                    || bench.window().commands().get("open").enabled().get()));

            var cancel = (Button) bench.withText("Cancel");
            int before = Fx.call(() -> {
                cancel.fire();
                assertTrue(bench.window().workspace().tabs().isEmpty());
                return endless.rounds.get();
            });
            assertTrue(endless.stopped.await(Fx.PATIENCE_S, TimeUnit.SECONDS), "the reader went on");
            int more = endless.rounds.get() - before;
            assertTrue(more <= 1, () -> "the reader was told, and read on " + more + " times");
            bench.withText("Drop a Go execution trace here");
            assertTrue(bench.preferences().recent().isEmpty());
        }
    }

    @Test
    void saysInOneSentenceWhyAFileIsNoTrace() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not a trace at all\n");
        try (Bench bench = Bench.open(folder)) {
            Fx.run(() -> bench.window().workspace().open(List.of(text)));
            Fx.await("the error is there", () -> bench.window().workspace().selectedProperty().get()
                    .state() instanceof TabState.Failed);
            var failed = assertInstanceOf(TabState.Failed.class, bench.state());
            assertTrue(failed.sentence().contains("expected"), failed.sentence());
            assertFalse(failed.sentence().contains("Exception"), failed.sentence());
            assertEquals(1, failed.sentence().lines().count());
            bench.withText(failed.sentence());
        }
    }

    @Test
    void namesMissingFilesFoldersAndEmptyFiles() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.trace"));
        Path missing = folder.resolve("gone.trace");
        try (Bench bench = Bench.open(folder)) {
            Fx.run(() -> bench.window().workspace().open(List.of(empty, missing, folder)));
            Fx.await("all have failed", () -> bench.window().workspace().tabs().stream()
                    .allMatch(tab -> tab.state() instanceof TabState.Failed));
            List<String> sentences = Fx.call(() -> bench.window().workspace().tabs().stream()
                    .map(tab -> ((TabState.Failed) tab.state()).sentence()).toList());
            assertTrue(sentences.get(0).contains("empty") || sentences.get(0).contains("header"), sentences.get(0));
            assertTrue(sentences.get(1).startsWith("No such file"), sentences.get(1));
            assertTrue(sentences.get(2).contains("folder"), sentences.get(2));
        }
    }

    @Test
    void triesAgainWhenAsked() throws Exception {
        Path file = folder.resolve("late.trace");
        try (Bench bench = Bench.open(folder)) {
            Fx.run(() -> bench.window().workspace().open(List.of(file)));
            Fx.await("it has failed", () -> bench.window().workspace().selectedProperty().get()
                    .state() instanceof TabState.Failed);
            Files.copy(Bench.SAMPLES.resolve("go1.27/healthy-spans.trace"), file);
            var retry = (Button) bench.withText("Try again");
            Fx.run(retry::fire);
            Fx.await("it is open", () -> bench.window().workspace().session().isPresent());
        }
    }
}
