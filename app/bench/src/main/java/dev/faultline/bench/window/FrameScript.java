package dev.faultline.bench.window;

import dev.faultline.model.words.Units;
import dev.faultline.views.fx.FrameTime;
import dev.faultline.views.fx.Viewport;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;

/// Changes a view frame by frame and prints what each took: the median, the 99th percentile and the worst.
final class FrameScript {
    static final String HEAD = "p50 / p99 / worst ms          input and layout       painting               both"
            + "                   frame to frame         slowest picture shows";
    private static final int WARM_UP = 150;

    private final Region view;
    private final Supplier<FrameTime> last;
    private final Viewport viewport;
    private final double[] layout;
    private final double[] paint;
    private final double[] both;
    private final double[] whole;
    private double slowest;
    private long slowestNs;

    /// @param last what the picture on screen took
    FrameScript(Region view, Supplier<FrameTime> last, Viewport viewport, int frames) {
        this.view = view;
        this.last = last;
        this.viewport = viewport;
        layout = new double[frames];
        paint = new double[frames];
        both = new double[frames];
        whole = new double[frames];
    }

    /// @param change what happens before a frame, by its number
    void measure(String name, IntConsumer change) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        slowest = 0;
        AnimationTimer timer = new AnimationTimer() {
            private int frame = -WARM_UP;
            private long before;
            private long inputNs;

            @Override
            public void handle(long ignored) {
                long now = System.nanoTime();
                if (frame > 0) {
                    note(frame - 1, inputNs, (now - before) / 1e6);
                }
                before = now;
                if (frame++ == layout.length) {
                    stop();
                    done.countDown();
                } else {
                    change.accept(frame + WARM_UP);
                    inputNs = System.nanoTime() - now;
                    view.requestLayout();
                }
            }
        };
        Ui.run(timer::start);
        done.await();
        System.out.printf(Locale.ROOT, "%-28s%s%s%s%s%s%n", name, figures(layout), figures(paint), figures(both),
                figures(whole), Units.duration(slowestNs));
    }

    private void note(int i, long inputNs, double ms) {
        FrameTime time = last.get();
        layout[i] = (inputNs + time.layoutNs()) / 1e6;
        paint[i] = time.paintNs() / 1e6;
        both[i] = layout[i] + paint[i];
        whole[i] = ms;
        if (both[i] > slowest) {
            slowest = both[i];
            slowestNs = viewport.visible().durationNs();
        }
    }

    private static String figures(double[] ms) {
        double[] sorted = ms.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%6.1f %6.1f %6.1f   ", sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)], sorted[sorted.length - 1]);
    }
}
