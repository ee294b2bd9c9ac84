package dev.faultline.views.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.Synthetic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Fx.class)
class FlameViewTest {
    private final TraceModel model = new Synthetic(1_000_000_000)
            .goroutine("main.worker", WaitKind.NETWORK, 0, 200_000_000, 1_000_000_000)
            .goroutine("main.main", WaitKind.CHAN_RECEIVE, 0, 800_000_000, 1_000_000_000)
            .build();
    private final Viewport viewport = new Viewport(model.durationNs());
    private FlameView view;
    private Stage stage;
    private Robot robot;

    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> {
            view = new FlameView(new Facts(model), viewport, new Selection());
            stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(view, 800, 400));
            stage.show();
            robot = new Robot();
        });
        settle();
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> {
            stage.close();
            view.close();
        });
    }

    @Test
    void reasonsAreAsWideAsTheirShare() throws Exception {
        Shot.of(view).write(Path.of("target/shots/flame.png"));
        assertEquals(List.of("all waits", "network", "chan receive"),
                view.laidOut().boxes().stream().limit(3).map(p -> view.laidOut().tree().name(p.node())).toList());
        assertEquals(0.8 * 800, view.laidOut().boxes().get(1).box().width(), 1);
    }

    @Test
    void hoverTellsTimeAndShare() throws Exception {
        Fx.run(() -> robot.mouseMove(300, 28 + 30));
        assertEquals(List.of("network", "800.0 ms, 80 % of the total", "1 span, 800.0 ms on average"),
                view.cardLines());
    }

    @Test
    void clickZoomsInAndTheKeyboardOut() throws Exception {
        Fx.run(() -> robot.mouseMove(700, 28 + 30));
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        assertEquals(List.of("all waits", "chan receive"), view.pathProperty().get());
        assertEquals(800, view.laidOut().boxes().get(1).box().width(), 1);
        Fx.run(() -> robot.keyPress(KeyCode.ESCAPE));
        assertEquals(List.of("all waits"), view.pathProperty().get());
    }

    @Test
    void arrowsGoFromBoxToBoxAndEnterZooms() throws Exception {
        Fx.run(() -> view.requestFocus());
        for (KeyCode key : List.of(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT)) {
            Fx.run(() -> robot.keyType(key));
        }
        assertEquals("chan receive", view.cardLines().getFirst());
        Fx.run(() -> robot.keyType(KeyCode.LEFT));
        assertEquals("network", view.cardLines().getFirst());
        Fx.run(() -> robot.keyType(KeyCode.ENTER));
        assertEquals(List.of("all waits", "network"), view.pathProperty().get());
        Fx.run(() -> robot.keyType(KeyCode.UP));
        assertEquals("all waits", view.cardLines().getFirst());
        Fx.run(() -> robot.keyType(KeyCode.DIGIT0));
        assertEquals(List.of("all waits"), view.pathProperty().get());
    }

    @Test
    void itFollowsTheSelectedTime() throws Exception {
        Fx.run(() -> viewport.selectedProperty().set(new TimeRange(0, 500_000_000)));
        settle();
        assertEquals(300_000_000, view.laidOut().tree().weight(0));
    }

    @Test
    void searchTellsTheShareFound() throws Exception {
        Fx.run(() -> view.setSearch("NETW"));
        assertEquals("NETW: 80 %", view.foundProperty().get());
    }

    /// Waits until the tree of the asked range is on screen.
    private void settle() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Fx.PATIENCE_S);
        do {
            assertTrue(System.nanoTime() < end, "the tree is not there");
            Fx.pulse(5);
        } while (!Fx.call(() -> view.laidOut() != null && view.settled()));
    }
}
