package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.OpenedFile;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.session.TraceOpener;
import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.early.EarlyPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The program's own way to open a file, held in the midst of reading a real trace.
@ExtendWith(Fx.class)
@Tag("slow")
class RealLoadTest {
    private static final Path TRACE = Bench.SAMPLES.resolve("go1.27/goroutine-churn.trace");
    private static final Path SHOTS = Path.of("target/shots");

    @TempDir
    private Path folder;

    /// Lets a real load go on only when told.
    private static class Held implements TraceOpener {
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        final CountDownLatch cancelled = new CountDownLatch(1);

        @Override
        public OpenedFile open(Path file, Progress progress) throws IOException {
            return open(file, progress, picture -> {});
        }

        @Override
        public OpenedFile open(Path file, Progress progress, Consumer<EarlyPicture> early) throws IOException {
            try {
                return WindowApp.opener().open(file, progress, early);
            } catch (CancellationException e) {
                cancelled.countDown();
                throw e;
            }
        }

        void hold() {
            reached.countDown();
            try {
                assertTrue(goOn.await(Fx.PATIENCE_S, TimeUnit.SECONDS), "nobody let the load go on");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Stops when the first part of the trace has been shown.
    private static final class HeldByPicture extends Held {
        @Override
        public OpenedFile open(Path file, Progress progress, Consumer<EarlyPicture> early) throws IOException {
            return super.open(file, progress, picture -> {
                early.accept(picture);
                hold();
            });
        }
    }

    /// Stops when the reader first asks whether it shall go on, having told that it reads.
    private static final class HeldByProgress extends Held {
        @Override
        public OpenedFile open(Path file, Progress progress, Consumer<EarlyPicture> early) throws IOException {
            return super.open(file, new Progress() {
                private volatile boolean reading;

                @Override
                public void update(Phase phase, long done, long total) {
                    reading |= phase == Phase.READING;
                    progress.update(phase, done, total);
                }

                @Override
                public boolean cancelled() {
                    if (reading) {
                        hold();
                    }
                    return progress.cancelled();
                }
            }, early);
        }
    }

    @Test
    void rowsAndDensityAreShownWhileTheFileIsRead() throws Exception {
        var held = new HeldByPicture();
        try (Bench bench = Bench.open(folder, held)) {
            Fx.run(() -> bench.window().workspace().open(List.of(TRACE)));
            assertTrue(held.reached.await(Fx.PATIENCE_S, TimeUnit.SECONDS));
            Fx.await("a picture is shown", () -> bench.scene().getRoot().lookup(".early-view") != null);
            var loading = assertInstanceOf(TabState.Loading.class, bench.state());
            EarlyPicture picture = Fx.call(() -> loading.early().latestProperty().get());
            assertTrue(picture.eventCount() > 1_000, picture.eventCount() + " events");
            WritableImage shot = shot(bench.find(".early-view"));
            Files.createDirectories(SHOTS);
            ImageIO.write(SwingFXUtils.fromFXImage(shot, null), "png", SHOTS.resolve("loading.png").toFile());
            for (Role role : List.of(Role.ACCENT, Role.NETWORK, Role.RUNNING)) {
                assertTrue(pixels(shot, Palette.light().argb(role)) > 200, role + " must be seen");
            }
            assertTrue(bench.withText("Cancel").isVisible());
            held.goOn.countDown();
            Fx.await("the trace is open", () -> bench.window().workspace().session().isPresent());
            int events = Fx.call(() -> bench.window().workspace().session().orElseThrow().trace().events().size());
            assertTrue(picture.eventCount() <= events, picture.eventCount() + " of " + events);
        }
    }

    @Test
    void cancelStopsTheReaderInTheMidstOfReading() throws Exception {
        var held = new HeldByProgress();
        try (Bench bench = Bench.open(folder, held)) {
            Fx.run(() -> bench.window().workspace().open(List.of(TRACE)));
            assertTrue(held.reached.await(Fx.PATIENCE_S, TimeUnit.SECONDS));
            assertInstanceOf(TabState.Loading.class, bench.state());
            var cancel = (Button) bench.withText("Cancel");
            Fx.run(cancel::fire);
            assertTrue(Fx.call(() -> bench.window().workspace().tabs().isEmpty()));
            held.goOn.countDown();
            assertTrue(held.cancelled.await(Fx.PATIENCE_S, TimeUnit.SECONDS), "the reader must give up");
            Fx.pulse(2);
            assertTrue(Fx.call(() -> bench.window().workspace().session().isEmpty()));
            assertNotNull(bench.withText("Drop a Go execution trace here"));
        }
    }

    private static WritableImage shot(Node node) throws Exception {
        return Fx.call(() -> node.snapshot(null, null));
    }

    private static int pixels(WritableImage image, int argb) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += image.getPixelReader().getArgb(x, y) == argb ? 1 : 0;
            }
        }
        return found;
    }
}
