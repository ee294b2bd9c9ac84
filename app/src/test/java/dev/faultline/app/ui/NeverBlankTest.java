package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.OpenedFile;
import dev.faultline.app.ui.session.TraceOpener;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.lane.Mix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// From the first early picture of a trace on there is always something on its timeline.
@ExtendWith(Fx.class)
class NeverBlankTest {
    /// Large enough that rows and sums are made in the background.
    private static final Path TRACE = Bench.SAMPLES.resolve("go1.27/gc-pressure.trace.gz");
    private static final int LEAST_PX = 200;

    @TempDir
    private Path folder;

    /// Looks at every frame when it is laid out: how many px of the page show something of the trace.
    private static final class Watch implements Runnable {
        private static final Set<Integer> COLOURS = colours();
        private final Bench bench;
        private final List<String> frames = new ArrayList<>();
        private final List<String> blank = new ArrayList<>();
        /// Opens when a frame has shown the early picture.
        private final CountDownLatch early;
        private boolean begun;

        Watch(Bench bench, CountDownLatch early) {
            this.bench = bench;
            this.early = early;
        }

        private static Set<Integer> colours() {
            Set<Integer> colours = new HashSet<>();
            for (int slot = 0; slot < Mix.slots(); slot++) {
                colours.add(Palette.light().argb(Mix.role(slot)));
            }
            colours.add(Palette.light().argb(Role.NETWORK));
            return colours;
        }

        @Override
        public void run() {
            Node picture = bench.scene().getRoot().lookup(".early-view");
            Node timeline = bench.scene().getRoot().lookup(".timeline-view");
            Node shown = timeline != null ? timeline : picture;
            begun |= shown != null;
            if (begun) {
                String name = shown == null ? "nothing" : shown.getClass().getSimpleName();
                int px = shown == null ? 0 : coloured(shown.snapshot(null, null));
                frames.add(name);
                if (shown == picture) {
                    early.countDown();
                }
                if (px < LEAST_PX) {
                    blank.add("frame " + frames.size() + ": " + px + " px of " + name);
                }
            }
        }

        private static int coloured(WritableImage image) {
            PixelReader pixels = image.getPixelReader();
            int found = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    found += COLOURS.contains(pixels.getArgb(x, y)) ? 1 : 0;
                }
            }
            return found;
        }
    }

    /// Reads as the window does, but gives the screen the time to show the first picture, however warm the program is.
    private static TraceOpener waitingFor(CountDownLatch early) {
        TraceOpener real = WindowApp.opener();
        return new TraceOpener() {
            @Override
            public OpenedFile open(Path file, Progress progress) throws IOException {
                return real.open(file, progress);
            }

            @Override
            public OpenedFile open(Path file, Progress progress, Consumer<EarlyPicture> shown) throws IOException {
                return real.open(file, progress, picture -> {
                    shown.accept(picture);
                    Uninterruptibles.awaitUninterruptibly(early, Fx.PATIENCE_S, TimeUnit.SECONDS);
                });
            }
        };
    }

    @Test
    void everyFrameOfAnOpeningShowsSomething() throws Exception {
        var early = new CountDownLatch(1);
        try (Bench bench = Bench.open(folder, waitingFor(early))) {
            var watch = Fx.call(() -> new Watch(bench, early));
            Fx.run(() -> {
                bench.scene().addPostLayoutPulseListener(watch);
                bench.window().workspace().open(List.of(TRACE));
            });
            Fx.await("the trace is open", () -> bench.window().workspace().session().isPresent());
            var session = Fx.call(() -> bench.window().workspace().session().orElseThrow());
            assertTrue(session.trace().events().size() > 50_000, "too small to be made in the background");
            Fx.await("the rules have spoken",
                    () -> session.findings().stateProperty().get() != FindingList.State.CHECKING);
            Fx.pulse(20);
            Fx.run(() -> bench.scene().removePostLayoutPulseListener(watch));
            assertTrue(watch.frames.contains("EarlyView") && watch.frames.contains("TimelineView"),
                    String.join(" ", watch.frames));
            assertEquals(List.of(), watch.blank, watch.frames.size() + " frames");
        }
    }
}
