package dev.faultline.app.ui.command;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key that a menu shows but does not listen to: [Keys] does, once for the whole window.
public final class ShownKey extends KeyCombination {
    private final String text;

    public ShownKey(String text) {
        this.text = text;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getDisplayText() {
        return text;
    }
}
