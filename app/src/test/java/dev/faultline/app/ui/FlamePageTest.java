package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.fx.FlameView;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What flame graphs count, and where their boxes lead.
@ExtendWith(Fx.class)
class FlamePageTest {
    /// Height of the rows above the box of all, and of a row.
    private static final double HEAD = 28;
    private static final double ROW = 20;

    @TempDir
    private Path folder;

    @Test
    void aBoxLeadsToItsSpansAndAnotherTimeIsCompared() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            Fx.run(() -> session.showFlame("id:11,12"));
            assertEquals(PageKey.FLAME, session.pageProperty().get());
            var view = (FlameView) bench.find(".flame-view");
            Fx.await("its keys work without a click", () -> bench.scene().getFocusOwner() == view);
            assertEquals("id:11,12", ((TextField) bench.find("#flame-filter")).getText());
            click(view, 30, HEAD + 1.5 * ROW, List.of("all waits", "network"));

            choose(view, 30, HEAD + 1.5 * ROW, "Show the longest in the timeline");
            assertEquals(PageKey.TIMELINE, session.pageProperty().get());
            var longest = assertInstanceOf(Thing.Goroutine.class, session.selection().selected());
            assertEquals(11, session.model().goroutines().id(longest.goroutine()));
            assertTrue(session.viewport().visible().durationNs() <= session.viewport().whole().durationNs());

            Fx.run(() -> session.pageProperty().set(PageKey.FLAME));
            choose(view, 30, HEAD + 1.5 * ROW, "List its spans in a table");
            Fx.await("the waits are listed",
                    () -> bench.scene().getRoot().lookup(".dense-table") instanceof TableView<?> table
                            && !table.getItems().isEmpty()
                            && table.getColumns().stream().filter(c -> c.getText().equals("Waits for"))
                                    .allMatch(c -> "network".equals(c.getCellData(0))));

            Fx.run(() -> {
                session.pageProperty().set(PageKey.FLAME);
                session.viewport().selectedProperty().set(new TimeRange(0, 100_000_000));
                ((MenuButton) bench.scene().getRoot().lookup("#flame-measure")).getItems().get(1).fire();
            });
            assertEquals(Measure.RUNNING, view.queryProperty().get().measure());
            click(view, 30, HEAD + 0.5 * ROW, List.of("all running"));
            var compare = (Button) bench.find("#flame-compare");
            Fx.run(compare::fire);
            assertEquals("Stop comparing with 0 to 100.000 ms, 100.0 ms", compare.getText());
            Fx.run(compare::fire);
            assertEquals("Compare from here", compare.getText());
            assertFalse(view.pathProperty().get().isEmpty());
        }
    }

    /// Clicks until the picture shows what was asked for.
    private static void click(FlameView view, double x, double y, List<String> path) throws Exception {
        Fx.await(path.toString(), () -> {
            Point2D at = view.localToScene(x, y);
            view.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, at.getX(), at.getY(), 0, 0, MouseButton.PRIMARY, 1,
                    false, false,
                    false, false, true, false, false, true, false, true, null));
            return view.pathProperty().get().equals(path);
        });
    }

    /// Chooses from the context menu of a box, once that is drawn.
    private static void choose(FlameView view, double x, double y, String name) throws Exception {
        Fx.await(name, () -> {
            Point2D at = view.localToScene(x, y);
            view.fireEvent(
                    new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, at.getX(), at.getY(), 0, 0, false,
                            null));
            Optional<ContextMenu> menu = Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast).findFirst();
            Optional<MenuItem> found = menu.stream().flatMap(m -> m.getItems().stream())
                    .filter(item -> name.equals(item.getText())).findFirst();
            menu.ifPresent(ContextMenu::hide);
            found.ifPresent(MenuItem::fire);
            return found.isPresent();
        });
    }
}
