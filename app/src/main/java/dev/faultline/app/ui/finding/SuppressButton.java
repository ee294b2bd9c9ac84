package dev.faultline.app.ui.finding;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Suppression;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Suppresses a finding: at this place of the code, or everywhere. The user's settings keep it.
final class SuppressButton {
    private final MenuButton node = new MenuButton("Suppress…");

    SuppressButton(WindowActions actions, Finding finding) {
        var here = Suppression.of(finding);
        if (!here.function().isEmpty()) {
            node.getItems().add(item(actions, "Here: " + here.text(), here));
        }
        node.getItems().add(item(actions, "Everywhere: " + finding.id(), new Suppression(finding.id(), "")));
    }

    Node node() {
        return node;
    }

    private static MenuItem item(WindowActions actions, String label, Suppression suppression) {
        var item = new MenuItem(label);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> actions.suppress(suppression));
        return item;
    }
}
