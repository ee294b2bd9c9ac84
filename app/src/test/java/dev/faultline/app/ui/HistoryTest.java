package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.fx.RowsPlace;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Alt+Left takes back whatever a jump changed, Alt+Right does it again.
@ExtendWith(Fx.class)
class HistoryTest {
    private static final String FILTER = "id:1-60";

    @TempDir
    private Path folder;

    @Test
    void backAfterAJumpRestoresPageRowsScrollSelectionAndRange() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            var hand = new Hand(bench.scene());
            var view = (TimelineView) bench.find(".timeline-view");
            var range = new TimeRange(10_000_000, 400_000_000);
            var selected = new TimeRange(50_000_000, 90_000_000);
            var worker = new Thing.Goroutine(session.model().goroutines().indexOf(12), 1);
            Fx.run(() -> {
                ((TextField) bench.scene().lookup("#filter")).setText(FILTER);
                session.viewport().show(range);
                session.viewport().selectedProperty().set(selected);
                session.selection().select(worker);
            });
            Fx.await("the filter is used", () -> view.shownProperty().get().contains(" of "));
            Fx.run(() -> new RowsPlace(RowsPlace.of(view).chosen(), 77).show(view));
            RowsPlace rows = Fx.call(() -> RowsPlace.of(view));
            assertEquals(77, rows.scroll());
            Fx.run(() -> session.pageProperty().set(PageKey.TABLES));
            Finding finding = session.findings().shown().getLast();

            Fx.run(() -> session.jump(new Jump.ToEvidence(finding)));
            Fx.run(() -> session
                    .jump(new Jump.ToThing(new Thing.Goroutine(session.model().goroutines().indexOf(1), 0))));
            Fx.run(() -> ((TextField) bench.scene().lookup("#filter")).setText(""));
            Fx.await("the filter is gone", () -> !view.shownProperty().get().contains(" of "));
            assertEquals(PageKey.TIMELINE, session.pageProperty().get());
            assertNotEquals(range, session.viewport().visible());
            RowsPlace after = Fx.call(() -> RowsPlace.of(view));

            // how many steps a slow machine makes of a filter that is typed is not the point
            for (int i = 0; i < 5 && session.pageProperty().get() != PageKey.TABLES; i++) {
                hand.press(KeyCode.ALT, KeyCode.LEFT);
            }
            assertEquals(PageKey.TABLES, session.pageProperty().get());
            assertEquals(range, session.viewport().visible());
            assertEquals(selected, session.viewport().selected());
            assertEquals(worker, session.selection().selected());
            Fx.run(() -> session.pageProperty().set(PageKey.TIMELINE));
            assertEquals(rows, Fx.call(() -> RowsPlace.of(view)));
            assertEquals(FILTER, ((TextField) bench.find("#filter")).getText());
            assertNotEquals(rows, after);
        }
    }

    @Test
    void aRunOfWheelStepsIsOneStepBack() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/lost-context.trace");
            TimeRange whole = session.viewport().whole();
            Fx.run(() -> {
                for (int i = 0; i < 10; i++) {
                    session.viewport().zoom(0.9, whole.middleNs());
                }
            });
            TimeRange deep = session.viewport().visible();
            Fx.run(() -> session.history().back());
            assertEquals(whole, session.viewport().visible());
            assertFalse(session.history().canGoBack());
            Fx.run(() -> session.history().forth());
            assertEquals(deep, session.viewport().visible());
            assertFalse(session.history().canGoForth());
            assertNull(session.viewport().selected());
        }
    }
}
