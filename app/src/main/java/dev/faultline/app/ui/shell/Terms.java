package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.text.Glossary;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Explains terms of Go's runtime where they stand: whoever rests the pointer on a word of the window, not of the trace, sees
/// what the glossary says of the terms in it.
final class Terms {
    private Terms() {
    }

    static void explain(Node root) {
        root.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            if (event.getTarget() instanceof Node node) {
                words(node);
            }
        });
    }

    private static void words(Node node) {
        for (Node near = node; near != null; near = near.getParent()) {
            if (near instanceof Cell<?> || near.getStyleClass().contains("document")) {
                return;
            }
            if (near instanceof Labeled labeled) {
                if (labeled.getTooltip() == null && labeled.getText() != null) {
                    String meaning = Glossary.explain(labeled.getText());
                    if (!meaning.isEmpty()) {
                        var tooltip = new Tooltip(meaning);
                        tooltip.setWrapText(true);
                        tooltip.setMaxWidth(WIDTH);
                        labeled.setTooltip(tooltip);
                    }
                }
                return;
            }
        }
    }

    /// Of a line of explanation, px.
    private static final double WIDTH = 420;
}
