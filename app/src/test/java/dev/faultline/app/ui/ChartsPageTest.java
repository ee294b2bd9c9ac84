package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.scale.TimeRange;
import java.nio.file.Path;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The charts as views of the timeline's time.
@ExtendWith(Fx.class)
class ChartsPageTest {
    @TempDir
    private Path folder;

    @Test
    void chartsShareTheTimeOfTheTimelineAndLeadIntoIt() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            Fx.run(() -> session.pageProperty().set(PageKey.CHARTS));
            Fx.await("the charts are drawn", () -> bench.scene().getRoot().lookup(".charts .chart StackPane") != null);
            var scroll = (ScrollPane) enclosing(bench.find(".charts"), ScrollPane.class);
            var first = (StackPane) bench.find(".charts .chart StackPane");
            TimeRange whole = session.viewport().whole();

            wheel(first, false, -120);
            assertEquals(whole, session.viewport().visible(), "the wheel alone belongs to the page");
            assertTrue(scroll.getVvalue() > 0);

            double middle = first.getWidth() / 2;
            wheel(first, true, 120);
            TimeRange zoomed = session.viewport().visible();
            assertTrue(zoomed.durationNs() < whole.durationNs());
            var hand = new Hand(bench.scene());
            Fx.run(() -> scroll.setVvalue(0));
            Bounds at = Fx.call(() -> first.localToScene(first.getLayoutBounds()));
            hand.moveTo(at.getMinX() + middle, at.getCenterY());
            Set<Node> pointers = Fx.call(() -> bench.scene().getRoot().lookupAll(".chart-pointer"));
            assertTrue(pointers.stream().filter(Node::isVisible).count() >= 2, "the pointer is shown in all charts");
            assertEquals(1, pointers.stream().filter(Node::isVisible).map(line -> ((Line) line).getStartX()).distinct()
                    .count(), "at the same place");
            hand.click();
            Hyperlink there = (Hyperlink) Fx.call(() -> bench.scene().getRoot().lookupAll(".hyperlink").stream()
                    .filter(n -> n instanceof Hyperlink link && link.getText().endsWith(" in the timeline"))
                    .findFirst().orElseThrow());
            hand.click();
            hand.click();
            assertEquals(whole, session.viewport().visible(), "a double click shows the whole trace");
            Fx.run(there::fire);
            assertEquals(PageKey.TIMELINE, session.pageProperty().get());
            assertTrue(session.viewport().visible().durationNs() < whole.durationNs() / 10);
        }
    }

    private static void wheel(Node node, boolean ctrl, double by) throws Exception {
        Fx.run(() -> node.fireEvent(new ScrollEvent(ScrollEvent.SCROLL,
                node.getLayoutBounds().getWidth() / 2, 40, 0, 0, false, ctrl, false, false, false, false, 0, by, 0, by,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    private static Node enclosing(Node node, Class<?> kind) {
        Node at = node;
        while (!kind.isInstance(at)) {
            at = at.getParent();
        }
        return at;
    }
}
