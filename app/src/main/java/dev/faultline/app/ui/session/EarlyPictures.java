package dev.faultline.app.ui.session;

import dev.faultline.views.timeline.early.EarlyPicture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Hands pictures of a trace from the reading thread to the UI thread; a slow UI thread gets only the latest.
public final class EarlyPictures implements Consumer<EarlyPicture> {
    private final AtomicReference<@Nullable EarlyPicture> pending = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<@Nullable EarlyPicture> latest = new ReadOnlyObjectWrapper<>(this, "latest");

    @Override
    public void accept(EarlyPicture picture) {
        if (pending.getAndSet(picture) == null) {
            Platform.runLater(() -> latest.set(pending.getAndSet(null)));
        }
    }

    /// The latest picture, null before the first one; changes on the UI thread.
    public ReadOnlyObjectProperty<@Nullable EarlyPicture> latestProperty() {
        return latest.getReadOnlyProperty();
    }
}
