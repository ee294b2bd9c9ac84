package dev.faultline.views.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.views.Samples;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Ctrl+click on a wait of a real trace.
@ExtendWith(Fx.class)
class FollowTest {
    private final TraceModel model = Samples.facts("go1.27/pool-swallows-timeout").model();
    private final Viewport viewport = new Viewport(model.durationNs());
    private final Selection selection = new Selection();

    @Test
    void aClickWithControlGoesToTheWaker() throws Exception {
        TimelineView view = Fx.call(() -> new TimelineView(new Facts(model), viewport, selection));
        Stage stage = Fx.call(() -> {
            Stage shown = new Stage();
            shown.setScene(new Scene(view, 900, 900));
            shown.show();
            return shown;
        });
        Thing.Goroutine wait = longestWokenWait();
        Fx.run(() -> view.zoomTo(wait));
        Fx.run(() -> view.reveal(wait));
        TimelinePicture picture = Fx.call(view::picture);
        TimelinePicture.Line line = picture.lineOf(new Thing.Goroutine(wait.goroutine()));
        Point2D at = new Point2D(picture.scale().px(picture.visible().middleNs()),
                line.box().y() + line.box().height() / 2);
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Fx.run(() -> Mouse.fire(view, type, at, Set.of(KeyCode.CONTROL)));
        }
        Spans spans = model.spans(wait.goroutine());
        int waker = model.trace().events().goroutine(spans.endRow(wait.span()));
        Thing.Goroutine now = (Thing.Goroutine) selection.selected();
        assertEquals(waker, now.goroutine());
        long woken = spans.end(wait.span());
        assertTrue(model.spans(waker).start(now.span()) <= woken && woken <= model.spans(waker).end(now.span()));
        assertTrue(Fx.call(view::picture).lineOf(new Thing.Goroutine(waker)) != null, "the waker is on screen");
        Fx.run(() -> {
            stage.close();
            view.close();
        });
    }

    private Thing.Goroutine longestWokenWait() {
        Thing.Goroutine longest = null;
        long longestNs = 0;
        for (int g = 0; g < model.goroutines().count(); g++) {
            Spans spans = model.spans(g);
            for (int i = 0; i < spans.size(); i++) {
                long ns = spans.end(i) - spans.start(i);
                boolean woken = spans.state(i) == GoState.WAITING && spans.endRow(i) >= 0
                        && model.trace().events().goroutine(spans.endRow(i)) >= 0;
                if (woken && ns > longestNs && !model.goroutines().system(g)) {
                    longest = new Thing.Goroutine(g, i);
                    longestNs = ns;
                }
            }
        }
        return longest;
    }
}
