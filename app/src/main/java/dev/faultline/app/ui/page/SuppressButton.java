package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.Desk;
import dev.faultline.app.ui.text.FindingWords;
import dev.faultline.model.rules.Finding;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Hides a finding: this kind at this place of the code, or this kind altogether. The user's settings remember it.
final class SuppressButton {
    private final MenuButton node = new MenuButton("Suppress…");

    SuppressButton(Desk desk, Finding finding) {
        String kind = FindingWords.kindKey(finding);
        String site = FindingWords.siteKey(finding);
        if (!site.equals(kind)) {
            node.getItems().add(item(desk, "Here: " + site, site));
        }
        node.getItems().add(item(desk, "Everywhere: " + kind, kind));
    }

    Node node() {
        return node;
    }

    private static MenuItem item(Desk desk, String label, String key) {
        var item = new MenuItem(label);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> desk.suppress(key));
        return item;
    }
}
