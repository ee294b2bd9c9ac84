package dev.faultline.app.ui.command;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A user command.
///
/// @param id public name, such as `open`
/// @param menu where it belongs
/// @param label for people; ends in `…` when it asks something first
/// @param key its key, null when it has none
/// @param enabled whether it makes sense at the moment
/// @param action does it, on the UI thread
public record Command(String id, Menu menu, String label, @Nullable KeyCombination key,
        ObservableBooleanValue enabled, Runnable action) {
    /// The menus from left to right.
    public enum Menu {
        FILE("File"), VIEW("View"), GO("Go"), HELP("Help");

        private final String label;

        Menu(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// Does it, unless it makes no sense now.
    public void run() {
        if (enabled.get()) {
            action.run();
        }
    }

    /// Its key for people, empty when it has none.
    public String keyText() {
        return key == null ? "" : Keys.text(key);
    }
}
