package dev.faultline.app.ui.command;

import org.jspecify.annotations.Nullable;

/// A short message at the foot of the window.
///
/// @param kind how it looks and whether it goes away by itself
/// @param sentence what it says
/// @param actionLabel label of its button, empty when it has none
/// @param action what the button does, null when it has none
public record Notice(Tone kind, String sentence, String actionLabel, @Nullable Runnable action) {
    /// What a notice is about.
    public enum Tone {
        /// Something goes on; stays until replaced.
        BUSY,
        /// Something is done.
        DONE,
        /// Something went wrong; stays until dismissed.
        ERROR
    }

    static Notice of(Tone kind, String sentence) {
        return new Notice(kind, sentence, "", null);
    }
}
