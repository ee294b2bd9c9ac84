package dev.faultline.app.ui.part;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.session.Session;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// A part of a page made from sums over the trace, off the UI thread for a large trace.
public final class AsyncPart {
    private AsyncPart() {
    }

    /// A part that shows what was summed up, and until then that it is being summed up.
    ///
    /// @param words what is being done, such as `Adding up the tasks…`
    public static <T> Node of(Session session, String words, Supplier<T> sum, Function<T, Node> show) {
        var place = new StackPane(Empty.of(words, "This is a large trace."));
        new Question<T>(session, "sum up for a page").ask(sum, made -> place.getChildren().setAll(show.apply(made)),
                error -> place.getChildren().setAll(
                        Empty.of("This table is not available", String.valueOf(error.getMessage()))));
        return place;
    }
}
