package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.Preferences;
import dev.faultline.views.fx.TimelineView;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Everything can be drawn larger and smaller by keys, as far as the window has room for its content.
@ExtendWith(Fx.class)
class ScaleTest {
    @TempDir
    private Path folder;

    @Test
    void keysScaleTheContentAndItsPlacesStayRight() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            bench.load("go1.27/lost-context.trace");
            var hand = new Hand(bench.scene());
            var view = (TimelineView) bench.find(".timeline-view");
            double width = view.getWidth();
            hand.press(KeyCode.CONTROL, KeyCode.MINUS);
            hand.press(KeyCode.CONTROL, KeyCode.MINUS);
            assertEquals(0.75, bench.preferences().scaleProperty().get());
            assertTrue(view.getWidth() > 1.2 * width, "more room at a smaller scale");
            assertEquals(0.75, scale(view), 1e-9);
            // a click still meets what is drawn there
            hand.click(bench.find("#rail-Tables"));
            assertEquals("TABLES", bench.window().workspace().session().orElseThrow().pageProperty().get().name());
            hand.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertEquals(1, bench.preferences().scaleProperty().get());
            assertEquals(0.75, new Preferences(folder).scaleProperty().get(), 0.25);
        }
    }

    @Test
    void theScaleLeavesTheContentTheRoomThatItNeeds() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Fx.run(() -> bench.preferences().scaleProperty().set(2));
            Node content = Fx.call(() -> bench.scene().getRoot().getChildrenUnmodifiable().getFirst());
            double used = scale(content);
            assertTrue(used > 1.1 && used < 2, used + " is used");
            assertTrue(content.getLayoutBounds().getWidth() >= Preferences.MIN_WIDTH - 1);
            assertTrue(content.getLayoutBounds().getHeight() >= Preferences.MIN_HEIGHT - 1);
        }
    }

    private static double scale(Node node) throws Exception {
        return Fx.call(() -> node.getLocalToSceneTransform().getMxx());
    }
}
