package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.Session;
import dev.faultline.model.analysis.task.CriticalPath;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.model.words.Units;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The critical path, from what is slow to who was in the way and to the code.
@ExtendWith(Fx.class)
@Tag("slow")
class PathTest {
    @TempDir
    private Path folder;

    /// Forty goroutines queue for one lock: the path of a wait leads over those who had it before.
    @Test
    void theKeyPLeadsFromAWaitForALockToWhoHadIt() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/lock-convoy.trace");
            var hand = new Hand(bench.scene());
            var view = (TimelineView) bench.find(".timeline-view");
            int waiting = session.model().goroutines().indexOf(58);
            Thing.Goroutine wait = new Thing.Goroutine(waiting, session.model().spans(waiting).at(200_000_000));
            TimeRange time = wait.time(session.model());
            Fx.run(() -> session.selection().select(wait));
            Fx.run(view::requestFocus);
            hand.press(KeyCode.P);
            Fx.await("the path is there", () -> view.path() != null);
            PathParts parts = view.path().parts();
            assertEquals(time.durationNs(), parts.parts().stream().mapToLong(PathParts.Part::ns).sum());
            assertTrue(parts.goroutines().length > 20, "it leads through the queue");
            assertTrue(parts.parts().stream().filter(p -> p.cost() == CriticalPath.Cost.LOCK)
                    .mapToLong(PathParts.Part::ns).sum() < time.durationNs() / 10, "and not into waits for the lock");
            assertTrue(session.viewport().visible().fromNs() <= time.fromNs()
                    && session.viewport().visible().toNs() >= time.toNs());
            bench.withText(Units.duration(time.durationNs()));

            var table = (TableView<?>) bench.find(".path-table .dense-table");
            assertEquals(parts.parts().size(), Fx.call(() -> table.getItems().size()));
            Fx.run(() -> table.getSelectionModel().select(0));
            PathParts.Part part = parts.parts().getFirst();
            assertTrue(session.viewport().visible().overlaps(part.longest().fromNs(), part.longest().toNs()));
            assertInstanceOf(Thing.Path.class, session.selection().selected(), "the table stays");
            List<String> code = Fx.call(() -> bench.scene().getRoot().lookupAll(".path-code .frame .label").stream()
                    .map(node -> ((Label) node).getText()).toList());
            assertTrue(code.stream().anyMatch(text -> text.startsWith("runtimefaults.go:")), code.toString());
        }
    }

    @Test
    void aTaskLinksToItsCriticalPath() throws Exception {
        try (Bench bench = Bench.tall(folder, WindowApp.opener(), 900)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            var task = new Thing.UserTask(session.model().tasks().get(1));
            Fx.run(() -> session.selection().select(task));
            Hyperlink link = Fx.call(() -> bench.scene().getRoot().lookupAll(".fact-grid .hyperlink").stream()
                    .map(node -> (Hyperlink) node).filter(l -> l.getText().startsWith("blocked on channels"))
                    .findFirst().orElseThrow());
            Fx.run(link::fire);
            Thing.Path path = assertInstanceOf(Thing.Path.class, session.selection().selected());
            assertEquals(task.task().durationNs(),
                    path.parts().steps().stream().mapToLong(CriticalPath.Step::durationNs).sum());
            bench.withText("Critical path of task call #" + task.task().id());

            // and a finding about tasks to that of the first it names
            var evidence = (Hyperlink) bench.withText("▸ Critical path of task call #1");
            Fx.run(evidence::fire);
            bench.withText("Critical path of task call #1");
            assertEquals(session.model().tasks().getFirst().durationNs(),
                    ((Thing.Path) session.selection().selected()).time(session.model()).durationNs());
        }
    }
}
