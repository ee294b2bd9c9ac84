package dev.faultline.app.ui.part;

import dev.faultline.app.ui.session.FindingList;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.words.Units;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What a page shows when it has no content: what would be here and why it is not.
public final class Empty {
    private static final double WIDTH = 460;

    private Empty() {
    }

    /// @param what what would be here
    /// @param why why it is not, and what one can do
    public static Node of(String what, String why) {
        var title = new Label(what);
        title.getStyleClass().add("empty-title");
        var text = new Label(why);
        text.getStyleClass().add("dim");
        for (Label label : new Label[]{title, text}) {
            label.setWrapText(true);
            label.setTextAlignment(TextAlignment.CENTER);
            label.setAlignment(Pos.CENTER);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.setMaxWidth(WIDTH);
        }
        var box = new VBox(title, text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty");
        return box;
    }

    private static Node nothingFound(Judgement judgement) {
        var rules = new VBox();
        rules.getStyleClass().add("asked");
        for (Rule rule : Rules.all()) {
            var name = new Label(rule.id());
            name.getStyleClass().add("asked-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            var about = new Label(rule.about());
            about.getStyleClass().add("dim");
            about.setWrapText(true);
            about.setMinHeight(Region.USE_PREF_SIZE);
            rules.getChildren().addAll(name, about);
        }
        var box = (VBox) of("No findings", "All these rules were checked on this trace.");
        box.getChildren().add(rules);
        box.getChildren().addAll(NotReportedBox.of(judgement));
        return box;
    }

    /// Instead of findings beside a page, where there is little room: without the list of rules.
    public static Node findingsBeside(FindingList findings) {
        boolean none = findings.stateProperty().get() == FindingList.State.READY
                && findings.judgement().all().isEmpty();
        if (!none) {
            return findings(findings);
        }
        int asked = Rules.all().size() - findings.judgement().notChecked().size();
        var box = (VBox) of("No findings",
                Units.count(asked, "rule") + " found nothing in this trace; the page Findings lists them.");
        box.getChildren().addAll(NotReportedBox.of(findings.judgement()));
        return box;
    }

    /// Instead of findings.
    public static Node findings(FindingList findings) {
        return switch (findings.stateProperty().get()) {
            case CHECKING -> of("Checking rules…", "You can use the timeline in the meantime.");
            case FAILED -> of("Findings are not available",
                    "A rule failed on this trace. This is a bug in Faultline; the other views are not affected.");
            case READY -> findings.judgement().all().isEmpty()
                    ? nothingFound(findings.judgement())
                    : of("All findings are suppressed",
                            "Choose File > Show suppressed findings again to bring them back.");
        };
    }
}
