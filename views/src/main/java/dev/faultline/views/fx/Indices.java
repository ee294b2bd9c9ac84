package dev.faultline.views.fx;

import dev.faultline.model.TraceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The indices behind a trace's spans, which take seconds on a large trace: made in the background. What needs spans waits
/// for them here, so that JavaFX's thread never does. Belongs to that thread.
final class Indices {
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean made;

    /// @param worker makes them; may do so at once
    Indices(TraceModel model, Executor worker) {
        worker.execute(() -> {
            if (model.goroutines().count() > 0) {
                model.spans(0);
            }
            if (model.procCount() > 0) {
                model.procSpans(0);
            }
            if (!model.tasks().isEmpty()) {
                model.tasks().getFirst().goroutines().size();
            }
            if (Platform.isFxApplicationThread()) {
                take();
            } else {
                Platform.runLater(this::take);
            }
        });
    }

    private void take() {
        made = true;
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    /// Does something as soon as spans can be asked for, at once when they can.
    void then(Runnable action) {
        if (made) {
            action.run();
        } else {
            waiting.add(action);
        }
    }
}
