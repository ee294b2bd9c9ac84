package dev.faultline.app.ui.finding;

import dev.faultline.app.ui.part.EndsPane;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.paint.Role;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A finding in three lines: name, severity and confidence, summary.
public final class FindingCard {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Finding finding;
    private final HBox node = new HBox();

    /// @param choose what a click or Enter does
    public FindingCard(Finding finding, Runnable choose) {
        this.finding = finding;
        var bar = new Region();
        bar.getStyleClass().add("card-bar");
        bar.setStyle("-fx-background-color: " + Role.of(finding.severity()).variable());
        var name = new Label(finding.id());
        name.getStyleClass().add("card-name");
        var level = new Label(finding.severity().label() + " · " + finding.confidence().label());
        level.getStyleClass().addAll("card-level", "level-" + finding.severity().label());
        level.setMinWidth(Region.USE_PREF_SIZE);
        var head = new EndsPane(8, name, level);
        var sentence = new Label(finding.summary());
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(head, sentence);
        words.getStyleClass().add("card-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        node.getChildren().addAll(bar, words);
        node.getStyleClass().add("card");
        node.setFocusTraversable(true);
        node.setAccessibleText(finding.severity().label() + " " + finding.id() + ": " + finding.summary());
        node.setOnMouseClicked(event -> choose.run());
        node.setOnKeyPressed(event -> {
            switch (event.getCode()) {
                case ENTER, SPACE -> {
                    choose.run();
                    event.consume();
                }
                default -> {
                    // moves the focus or runs a command
                }
            }
        });
    }

    public Node node() {
        return node;
    }

    public Finding finding() {
        return finding;
    }

    public void setSelected(@Nullable Finding selected) {
        node.pseudoClassStateChanged(SELECTED, finding == selected);
    }
}
