package dev.faultline.views.fx;

import dev.faultline.views.timeline.picture.LegendItem;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// The legend of what a view shows, made again when the picture has stood still for a moment: one that changed with every
/// frame could not be read.
final class LegendWatch {
    private static final Duration AFTER = Duration.millis(150);

    private final ReadOnlyObjectWrapper<List<LegendItem>> legend = new ReadOnlyObjectWrapper<>(this, "legend",
            List.of());
    private final PauseTransition still = new PauseTransition(AFTER);

    /// @param items what is on screen
    LegendWatch(Supplier<List<LegendItem>> items) {
        still.setOnFinished(_ -> legend.set(items.get()));
    }

    ReadOnlyObjectProperty<List<LegendItem>> legendProperty() {
        return legend.getReadOnlyProperty();
    }

    /// There is another picture.
    void painted() {
        still.playFromStart();
    }

    void stop() {
        still.stop();
    }
}
