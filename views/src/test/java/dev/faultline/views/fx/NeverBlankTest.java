package dev.faultline.views.fx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.model.reconstruct.EarlyModel;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.early.EarlySums;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A timeline shows what was seen of its trace while it was read until its rows are made, and each row until its content
/// is.
@ExtendWith(Fx.class)
class NeverBlankTest {
    private final Queue<Runnable> rows = new ArrayDeque<>();
    private final Queue<Runnable> sums = new ArrayDeque<>();

    @Test
    void theEarlyPictureStaysUntilEachPartIsReady() throws Exception {
        List<EarlyPicture> pictures = new ArrayList<>();
        Trace trace = TraceReader.read(Path.of("../sample-traces/go1.27/slow-leak.trace"), Progress.NONE,
                new EarlyModel(Progress.NONE, (replay, _) -> new EarlySums(replay, pictures::add)));
        TraceModel model = ModelBuilder.build(trace, Progress.NONE);
        TimelineView view = Fx.call(() -> {
            TimelineView made = new TimelineView(model, new Viewport(model.durationNs()), new Selection(),
                    new Workers(rows::add, sums::add));
            made.showFirst(pictures.getLast());
            Stage stage = new Stage();
            stage.setScene(new Scene(made, 900, 600));
            stage.show();
            return made;
        });
        Fx.run(() -> {});

        // neither rows nor sums: all of the early picture
        assertTrue(view.picture().rows().isEmpty());
        assertShown(view, Role.ACCENT, Role.NETWORK, Role.RUNNING);

        // rows, but nothing to draw in them: the early picture's lanes in their places
        Fx.run(() -> run(rows));
        assertTrue(view.picture().rows().size() > 10, view.picture().rows().size() + " rows");
        assertShown(view, Role.ACCENT, Role.NETWORK, Role.RUNNING);

        // everything is ready: nothing of the early picture is left
        for (int i = 0; i < 20; i++) {
            Fx.run(() -> run(sums));
        }
        assertShown(view, Role.RUNNING);
        int left = pixels(shot(view), Role.ACCENT);
        assertTrue(left < 50, left + " px of the early picture's overview are left");
        Fx.run(() -> view.getScene().getWindow().hide());
    }

    private static void run(Queue<Runnable> tasks) {
        for (int n = tasks.size(); n > 0; n--) {
            tasks.remove().run();
        }
    }

    private static void assertShown(TimelineView view, Role... roles) throws Exception {
        WritableImage image = shot(view);
        for (Role role : roles) {
            assertTrue(pixels(image, role) > 100, role + " must be seen, " + pixels(image, role) + " px are");
        }
    }

    private static WritableImage shot(TimelineView view) throws Exception {
        return Fx.call(() -> view.snapshot(null, null));
    }

    private static int pixels(WritableImage image, Role role) {
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += image.getPixelReader().getArgb(x, y) == Palette.light().argb(role) ? 1 : 0;
            }
        }
        return found;
    }
}
