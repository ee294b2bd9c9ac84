package dev.faultline.app.ui.page;

import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.work.Background;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// A part of a page that is made from sums over the trace. On a large trace they are made off the UI thread.
final class Awaited {
    /// Up to this many events sums take less than a frame.
    private static final int SMALL = 50_000;

    private Awaited() {
    }

    /// A part that shows what was summed up, and until then that it is being summed up.
    ///
    /// @param words what is being done, such as `Adding up the tasks…`
    static <T> Node of(Session session, String words, Supplier<T> sum, Function<T, Node> show) {
        if (session.trace().events().size() <= SMALL) {
            return show.apply(sum.get());
        }
        var place = new StackPane(Empty.of(words, "This is a large trace."));
        session.attach(Background.start("sum up for a page", progress -> sum.get(), new Background.Outcome<>(
                made -> place.getChildren().setAll(show.apply(made)),
                error -> place.getChildren().setAll(
                        Empty.of("This could not be summed up", String.valueOf(error.getMessage()))),
                () -> {})));
        return place;
    }
}
