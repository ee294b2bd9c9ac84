package dev.faultline.app.ui.command;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys: their names, and what they do in a scene.
public final class Keys {
    private Keys() {
    }

    /// The control key, on macOS the command key, with another.
    static KeyCombination ctrl(KeyCode code, KeyCombination.Modifier... more) {
        var modifiers = new KeyCombination.Modifier[more.length + 1];
        System.arraycopy(more, 0, modifiers, 1, more.length);
        modifiers[0] = KeyCombination.SHORTCUT_DOWN;
        return new KeyCodeCombination(code, modifiers);
    }

    static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }

    static KeyCombination plain(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }

    /// Any of several keys that mean the same.
    ///
    /// @param text what menus and help show
    static KeyCombination anyOf(String text, KeyCombination... keys) {
        return new KeyCombination() {
            @Override
            public boolean match(KeyEvent event) {
                return Stream.of(keys).anyMatch(key -> key.match(event));
            }

            @Override
            public String getDisplayText() {
                return text;
            }
        };
    }

    /// A key as the help shows it: `Ctrl+K`, `?`.
    public static String text(KeyCombination key) {
        return key.getDisplayText();
    }

    /// Lets keys pressed anywhere in a scene run commands. A key without modifier is left to a text field that has the
    /// focus.
    public static void install(Scene scene, List<Command> commands) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean typing = scene.getFocusOwner() instanceof TextInputControl && !event.isShortcutDown()
                    && !event.isAltDown();
            for (Command command : commands) {
                if (!typing && command.key() != null && command.key().match(event) && command.enabled().get()) {
                    event.consume();
                    command.action().run();
                    return;
                }
            }
        });
    }
}
