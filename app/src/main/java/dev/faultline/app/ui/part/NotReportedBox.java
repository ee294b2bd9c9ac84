package dev.faultline.app.ui.part;

import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the findings do not show: how many are suppressed, which rules had too little data, and which found nothing.
public final class NotReportedBox {
    private NotReportedBox() {
    }

    /// A few lines of text, folded at first; none when all rules found something.
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
        lines.addAll(foundNothing(judgement));
        if (lines.isEmpty()) {
            return List.of();
        }
        var box = new VBox(lines.toArray(Node[]::new));
        box.getStyleClass().add("unsaid");
        return List.of(box);
    }

    private static List<Node> notChecked(Judgement judgement) {
        List<String> reasons = new ArrayList<>();
        judgement.rulesByMissingData()
                .forEach((missing, rules) -> reasons.add(String.join(", ", rules) + ": " + missing));
        return folded(Units.count(judgement.notChecked().size(), "rule") + " had too little data for this trace",
                reasons);
    }

    /// The rules that were checked and found nothing, where others found something.
    private static List<Node> foundNothing(Judgement judgement) {
        Set<String> others = new HashSet<>();
        judgement.all().forEach(finding -> others.add(finding.id()));
        judgement.consequences().forEach(more -> others.add(more.finding().id()));
        judgement.notChecked().forEach(rule -> others.add(rule.rule()));
        List<String> rest = Rules.all().stream().map(Rule::id).filter(id -> !others.contains(id)).toList();
        return judgement.all().isEmpty() || rest.isEmpty()
                ? List.of()
                : folded(Units.count(rest.size(), "rule") + " found nothing", List.of(String.join(", ", rest)));
    }

    private static List<Node> folded(String title, List<String> texts) {
        var content = new VBox();
        content.getStyleClass().add("unsaid");
        texts.forEach(text -> content.getChildren().add(line(text, "dim")));
        content.managedProperty().bind(content.visibleProperty());
        content.setVisible(false);
        var fold = new Hyperlink();
        fold.setWrapText(true);
        fold.setMinHeight(Region.USE_PREF_SIZE);
        fold.setOnAction(event -> content.setVisible(!content.isVisible()));
        fold.textProperty()
                .bind(Bindings.when(content.visibleProperty()).then("▾ ").otherwise("▸ ").concat(title));
        return List.of(fold, content);
    }

    private static Node line(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
