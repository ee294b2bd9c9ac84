package dev.faultline.bench.window;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.build.ModelBuilder;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.fx.FlameView;
import dev.faultline.views.fx.FrameTime;
import dev.faultline.views.fx.Selection;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.fx.Viewport;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Grouping;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// Measures frames over a trace at 1600x900: `FrameBench TRACE [FRAMES [SCRIPT]]`. Each frame shows something else; reported are
/// layout and painting on JavaFX's thread, their sum, and the time from frame to frame, in which JavaFX's other thread
/// has filled the window's px, too.
public final class FrameBench {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final int WARM_UP = 150;
    private static final int ZOOM_STEPS = 150;

    private final Facts facts;
    private final Viewport viewport;
    private final int frames;
    private final String wanted;

    private FrameBench(Facts facts, int frames, String wanted) {
        this.facts = facts;
        this.wanted = wanted;
        this.frames = frames;
        viewport = new Viewport(facts.model().durationNs());
    }

    /// @param args the trace; number of frames of each script, default 600; part of the names of the
    ///        scripts to run
    public static void main(String[] args) throws Exception {
        // as fast as frames can be made, not as often as a screen shows them
        System.setProperty("javafx.animation.fullspeed", "true");
        Ui.start();
        Facts facts = new Facts(
                ModelBuilder.build(TraceReader.read(Path.of(args[0]), Progress.NONE), Progress.NONE));
        System.out.printf(Locale.ROOT, "%,d events, %,d goroutines%n", facts.model().trace().events().size(),
                facts.model().goroutines().count());
        FrameBench bench = new FrameBench(facts, args.length > 1 ? Integer.parseInt(args[1]) : 600,
                args.length > 2 ? args[2] : "");
        System.out.println("p50 / p99 / worst ms          layout                 painting               both"
                + "                   frame to frame");
        bench.timeline();
        bench.flame();
        System.exit(0);
    }

    private void timeline() throws Exception {
        TimelineView view = Ui.call(() -> new TimelineView(facts, viewport, new Selection()));
        Stage stage = show(view);
        Ui.await(() -> view.shownProperty().get().startsWith("0 ") ? null : true);
        Script goroutines = new Script(view, view::frameTime);
        ScrollBar bar = (ScrollBar) view.lookup(".scroll-bar");
        Thread.sleep(4_000);
        goroutines.measure("all sections, zoom", this::zoom);
        Ui.run(() -> {
            viewport.showWhole();
            view.openAll();
        });
        goroutines.measure("all rows, scroll", i -> scroll(bar, i));
        goroutines.measure("all rows, zoom", this::zoom);
        narrow(50);
        goroutines.measure("all rows, pan", this::pan);
        Ui.run(() -> {
            viewport.showWhole();
            view.setGrouping(Grouping.NONE);
            view.openAll();
        });
        Thread.sleep(6_000);
        Ui.run(view::openAll);
        goroutines.measure("one list, scroll", i -> scroll(bar, i));
        Ui.run(() -> bar.setValue(900));
        goroutines.measure("one list, zoom", this::zoom);
        narrow(20);
        goroutines.measure("one list, pan", this::pan);
        Ui.run(() -> {
            bar.setValue(0);
            viewport.showWhole();
        });
        Thread.sleep(1_000);
        goroutines.measure("processors, zoom", this::zoom);
        narrow(20);
        goroutines.measure("processors, pan", this::pan);
        close(stage, view);
    }

    private void flame() throws Exception {
        Ui.run(viewport::showWhole);
        FlameView view = Ui.call(() -> new FlameView(facts, viewport, new Selection()));
        Stage stage = show(view);
        Ui.await(() -> view.pathProperty().get().isEmpty() ? null : true);
        Script flame = new Script(view, view::frameTime);
        flame.measure("flame, point", i -> mouse(view, MouseEvent.MOUSE_MOVED, i));
        flame.measure("flame, zoom", i -> {
            if (i % 10 == 9) {
                view.zoomOut(0);
            } else {
                mouse(view, MouseEvent.MOUSE_CLICKED, i * 7);
            }
        });
        close(stage, view);
    }

    private void narrow(int part) throws Exception {
        Ui.run(() -> viewport.show(new TimeRange(0, viewport.whole().durationNs() / part)));
    }

    private void pan(int i) {
        viewport.pan(viewport.visible().durationNs() / (i % 2 == 0 ? 120 : 7));
    }

    /// By three rows, and now and then to another place far away.
    private static void scroll(ScrollBar bar, int i) {
        double value = i % 10 == 9 ? bar.getMax() * (i * 0.618 % 1) : bar.getValue() + 54;
        bar.setValue(Math.min(bar.getMax(), value));
    }

    /// In from the whole trace to a microsecond and out again, at places all over the trace.
    private void zoom(int i) {
        int step = i % ZOOM_STEPS;
        if (step == 0) {
            viewport.showWhole();
        }
        long at = Math.round(viewport.whole().durationNs() * (0.05 + 0.9 * (i / ZOOM_STEPS * 0.37 % 1)));
        viewport.zoom(step < ZOOM_STEPS / 2 ? 0.81 : 1 / 0.81, at);
    }

    private static void mouse(FlameView view, EventType<MouseEvent> type, int i) {
        double x = i * 37 % WIDTH;
        double y = 40 + i * 13 % 300;
        view.fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, false,
                false, false, true, false, true, null));
    }

    private final class Script {
        private final Region view;
        private final Supplier<FrameTime> last;
        private final double[] layout = new double[frames];
        private final double[] paint = new double[frames];
        private final double[] both = new double[frames];
        private final double[] whole = new double[frames];

        Script(Region view, Supplier<FrameTime> last) {
            this.view = view;
            this.last = last;
        }

        void measure(String name, IntConsumer change) throws Exception {
            if (!name.contains(wanted)) {
                return;
            }
            CountDownLatch done = new CountDownLatch(1);
            AnimationTimer timer = new AnimationTimer() {
                private int frame = -WARM_UP;
                private long before;

                @Override
                public void handle(long ignored) {
                    long now = System.nanoTime();
                    if (frame > 0) {
                        note(frame - 1, (now - before) / 1e6);
                    }
                    before = now;
                    if (frame++ == frames) {
                        stop();
                        done.countDown();
                    } else {
                        change.accept(frame + WARM_UP);
                        view.requestLayout();
                    }
                }
            };
            Ui.run(timer::start);
            done.await();
            System.out.printf(Locale.ROOT, "%-28s%s%s%s%s%n", name, figures(layout), figures(paint), figures(both),
                    figures(whole));
        }

        private void note(int i, double ms) {
            FrameTime time = last.get();
            layout[i] = time.layoutNs() / 1e6;
            paint[i] = time.paintNs() / 1e6;
            both[i] = layout[i] + paint[i];
            whole[i] = ms;
        }

        private String figures(double[] ms) {
            Arrays.sort(ms);
            return String.format(Locale.ROOT, "%6.1f %6.1f %6.1f   ", ms[ms.length / 2], ms[(int) (ms.length * 0.99)],
                    ms[ms.length - 1]);
        }
    }

    private static Stage show(Region view) throws Exception {
        return Ui.call(() -> {
            Stage stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(view, WIDTH, HEIGHT));
            stage.show();
            return stage;
        });
    }

    private static void close(Stage stage, AutoCloseable view) throws Exception {
        Ui.call(() -> {
            stage.close();
            view.close();
            return true;
        });
    }
}
