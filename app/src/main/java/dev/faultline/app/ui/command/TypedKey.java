package dev.faultline.app.ui.command;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key without control or alt, known by the character that it types: `?` lies elsewhere on other keyboards.
final class TypedKey extends KeyCombination {
    private final String character;
    private final KeyCombination usual;

    /// @param character what it types
    /// @param code where it is on an English keyboard
    /// @param modifiers what must be held there
    TypedKey(String character, KeyCode code, Modifier... modifiers) {
        this.character = character;
        usual = new KeyCodeCombination(code, modifiers);
    }

    @Override
    public boolean match(KeyEvent event) {
        return !event.isControlDown() && !event.isAltDown() && !event.isMetaDown()
                && (character.equals(event.getText()) || usual.match(event));
    }

    @Override
    public String getDisplayText() {
        return character;
    }

    @Override
    public String getName() {
        return character;
    }
}
