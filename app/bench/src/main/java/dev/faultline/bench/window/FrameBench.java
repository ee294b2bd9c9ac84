package dev.faultline.bench.window;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.fx.FlameView;
import dev.faultline.views.fx.Selection;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.fx.Viewport;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Grouping;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// Measures frames over a trace at 1600x900: `FrameBench TRACE [FRAMES [SCRIPT]]`. Each frame shows something
/// else; reported are layout (with the handling of the input before it) and painting on JavaFX's thread, their sum, and
/// the time from frame to frame, in which JavaFX's other thread has filled the window's px, too.
public final class FrameBench {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final int OVERVIEW_PX = 30;
    private static final int TASKS_PX = 1_000;
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
        System.out.println(FrameScript.HEAD);
        bench.timeline();
        bench.flame();
        System.exit(0);
    }

    private void timeline() throws Exception {
        TimelineView view = Ui.call(() -> new TimelineView(facts, viewport, new Selection()));
        Stage stage = show(view);
        Ui.await(() -> view.shownProperty().get().startsWith("0 ") ? null : true);
        FrameScript script = new FrameScript(view, view::frameTime, viewport, frames);
        ScrollBar bar = (ScrollBar) view.lookup(".scroll-bar");
        Thread.sleep(4_000);
        measure(script, "all sections, zoom", this::zoom);
        measure(script, "all sections, point", i -> mouse(view, MouseEvent.MOUSE_MOVED, i));
        measure(script, "overview, drag", i -> overview(view, i));
        allRows(view, script, bar);
        oneList(view, script, bar);
        processors(view, script, bar);
        everything(view, script, bar);
        close(stage, view);
    }

    private void allRows(TimelineView view, FrameScript script, ScrollBar bar) throws Exception {
        Ui.run(() -> {
            viewport.showWhole();
            view.openAll();
            // tasks come behind the processors
            bar.setValue(Math.min(bar.getMax(), TASKS_PX));
        });
        measure(script, "tasks, scroll", i -> bar.setValue(bar.getValue() + (i % 10 == 9 ? -400 : 54)));
        measure(script, "tasks, zoom", this::zoom);
        Ui.run(viewport::showWhole);
        measure(script, "all rows, scroll", i -> scroll(bar, i));
        measure(script, "all rows, zoom", this::zoom);
        narrow(50);
        measure(script, "all rows, pan", this::pan);
    }

    private void oneList(TimelineView view, FrameScript script, ScrollBar bar) throws Exception {
        Ui.run(() -> {
            viewport.showWhole();
            view.setGrouping(Grouping.NONE);
            view.openAll();
        });
        Thread.sleep(6_000);
        Ui.run(view::openAll);
        measure(script, "one list, scroll", i -> scroll(bar, i));
        measure(script, "one list, jump", i -> view.reveal(new Thing.Goroutine(i * 7_919 % goroutines(), -1)));
        Ui.run(() -> bar.setValue(900));
        measure(script, "one list, zoom", this::zoom);
        narrow(20);
        measure(script, "one list, pan", this::pan);
    }

    private void processors(TimelineView view, FrameScript script, ScrollBar bar) throws Exception {
        Ui.run(() -> {
            bar.setValue(0);
            viewport.showWhole();
        });
        Thread.sleep(1_000);
        measure(script, "processors, zoom", this::zoom);
        narrow(20);
        measure(script, "processors, pan", this::pan);
        narrow(2_000);
        measure(script, "processors, point", i -> mouse(view, MouseEvent.MOUSE_MOVED, i));
    }

    /// Threads and counters open, all states told apart, collections and pauses over all rows, a goroutine unfolded and its
    /// critical path drawn.
    private void everything(TimelineView view, FrameScript script, ScrollBar bar) throws Exception {
        if (!"all on".contains(wanted) && !wanted.contains("all on")) {
            return;
        }
        int busiest = 0;
        for (int g = 0; g < goroutines(); g++) {
            boolean more = facts.model().goroutines().changes(g) > facts.model().goroutines().changes(busiest);
            busiest = more && !facts.model().goroutines().system(g) ? g : busiest;
        }
        Thing.Goroutine row = new Thing.Goroutine(busiest);
        Thing.Path path = new Thing.Path(PathParts.of(facts.model(), facts.assists(), busiest,
                facts.model().goroutines().bornNs(busiest), facts.model().goroutines().endNs(busiest)), "the busiest");
        Ui.run(() -> {
            view.setGrouping(Grouping.CREATION_SITE);
            view.options().runtimeShownProperty().set(true);
            view.options().fineStatesProperty().set(true);
            view.showPath(path);
            view.unfold(row);
        });
        Thread.sleep(8_000);
        Ui.run(() -> {
            view.openAll();
            viewport.showWhole();
            bar.setValue(0);
        });
        Thread.sleep(4_000);
        measure(script, "all on, zoom", this::zoom);
        measure(script, "all on, point", i -> mouse(view, MouseEvent.MOUSE_MOVED, i));
        measure(script, "all on, scroll", i -> bar.setValue(i % 10 == 9 ? 0 : bar.getValue() + 54));
        narrow(20);
        measure(script, "all on, pan", this::pan);
    }

    private int goroutines() {
        return facts.model().goroutines().count();
    }

    private void measure(FrameScript script, String name, IntConsumer change) throws Exception {
        if (name.contains(wanted)) {
            script.measure(name, change);
        }
    }

    private void flame() throws Exception {
        Ui.run(viewport::showWhole);
        FlameView view = Ui.call(() -> new FlameView(facts, viewport, new Selection()));
        Stage stage = show(view);
        Ui.await(() -> view.pathProperty().get().isEmpty() ? null : true);
        FrameScript script = new FrameScript(view, view::frameTime, viewport, frames);
        measure(script, "flame, point", i -> mouse(view, MouseEvent.MOUSE_MOVED, i));
        measure(script, "flame, zoom", i -> {
            if (i % 10 == 9) {
                view.zoomOut(0);
            } else {
                mouse(view, MouseEvent.MOUSE_CLICKED, i * 7);
            }
        });
        measure(script, "flame, find", i -> view.setSearch(i % 2 == 0 ? "main" : "chan"));
        close(stage, view);
    }

    /// Drags the visible time along the overview.
    private static void overview(Region view, int i) {
        double x = 300 + i * 37 % (WIDTH - 350);
        fire(view, MouseEvent.MOUSE_PRESSED, x, OVERVIEW_PX);
        fire(view, MouseEvent.MOUSE_DRAGGED, x + 20, OVERVIEW_PX);
        fire(view, MouseEvent.MOUSE_RELEASED, x + 20, OVERVIEW_PX);
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

    private static void mouse(Region view, EventType<MouseEvent> type, int i) {
        fire(view, type, i * 37 % WIDTH, 40 + i * 13 % 300);
    }

    private static void fire(Region view, EventType<MouseEvent> type, double x, double y) {
        view.fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true,
                false, false, true, false, true, null));
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
