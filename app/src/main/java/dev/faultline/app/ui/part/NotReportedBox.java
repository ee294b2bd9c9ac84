package dev.faultline.app.ui.part;

import dev.faultline.model.rules.Judgement;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the findings do not show: how many are suppressed, and which rules had too little data.
public final class NotReportedBox {
    private NotReportedBox() {
    }

    /// A few lines of text, folded at first; none when all rules were checked and nothing is suppressed.
    public static List<Node> of(Judgement judgement) {
        var lines = new ArrayList<Node>();
        int suppressed = judgement.suppressed().size();
        if (suppressed > 0) {
            lines.add(line(Units.count(suppressed, "finding")
                    + " suppressed. Choose File > Show suppressed findings again to bring them back.", "dim"));
        }
        if (!judgement.notChecked().isEmpty()) {
            lines.addAll(notChecked(judgement));
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        var box = new VBox(lines.toArray(Node[]::new));
        box.getStyleClass().add("unsaid");
        return List.of(box);
    }

    private static List<Node> notChecked(Judgement judgement) {
        var reasons = new VBox();
        reasons.getStyleClass().add("unsaid");
        judgement.rulesByMissingData().forEach(
                (missing, rules) -> reasons.getChildren().add(line(String.join(", ", rules) + ": " + missing, "dim")));
        reasons.managedProperty().bind(reasons.visibleProperty());
        reasons.setVisible(false);
        var fold = new Hyperlink();
        fold.setWrapText(true);
        fold.setMinHeight(Region.USE_PREF_SIZE);
        fold.setOnAction(event -> reasons.setVisible(!reasons.isVisible()));
        fold.textProperty().bind(Bindings.when(reasons.visibleProperty()).then("▾ ").otherwise("▸ ")
                .concat(Units.count(judgement.notChecked().size(), "rule")
                        + " had too little data for this trace"));
        return List.of(fold, reasons);
    }

    private static Node line(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
