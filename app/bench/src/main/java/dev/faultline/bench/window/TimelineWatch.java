package dev.faultline.bench.window;

import dev.faultline.app.ui.Window;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.lane.Mix;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Looks at the timeline every 100 ms while a trace is opened: when its first picture comes, when it has rows, and how
/// long it shows nothing in between.
final class TimelineWatch implements AutoCloseable {
    private static final long EVERY_MS = 100;
    /// A timeline with fewer coloured px is blank.
    private static final int LEAST_PX = 500;

    private final Window window;
    private final long began = System.nanoTime();
    private final Set<Integer> colours = new HashSet<>();
    private final Thread thread;
    private double first = -1;
    private double rows = -1;
    private int pictures;
    private int blank;
    private volatile boolean stopped;

    TimelineWatch(Window window) {
        this.window = window;
        for (int slot = 0; slot < Mix.slots(); slot++) {
            colours.add(Palette.light().argb(Mix.role(slot)));
        }
        colours.add(Palette.light().argb(Role.NETWORK));
        thread = Thread.ofPlatform().daemon().name("timeline watch").start(this::watch);
    }

    private void watch() {
        try {
            while (!stopped) {
                Ui.run(this::look);
                Thread.sleep(EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the timeline cannot be watched", e);
        }
    }

    private void look() {
        Node timeline = window.stage().getScene().lookup(".timeline-view");
        Node early = window.stage().getScene().lookup(".early-view");
        int px = coloured(timeline != null ? timeline : early);
        double now = (System.nanoTime() - began) / 1e9;
        if (first < 0 && px >= LEAST_PX) {
            first = now;
        }
        if (first >= 0) {
            pictures++;
            blank += px < LEAST_PX ? 1 : 0;
            rows = rows < 0 && timeline != null ? now : rows;
        }
    }

    private int coloured(@Nullable Node node) {
        if (node == null) {
            return 0;
        }
        WritableImage image = node.snapshot(null, null);
        PixelReader pixels = image.getPixelReader();
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += colours.contains(pixels.getArgb(x, y)) ? 1 : 0;
            }
        }
        return found;
    }

    /// Prints what was seen.
    void report() {
        System.out.printf(Locale.ROOT,
                "timeline: first picture after %.1f s, the page itself after %.1f s; blank in %d of %d looks since%n",
                first, rows, blank, pictures);
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }
}
