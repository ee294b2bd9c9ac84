package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TraceTab;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks which trace the one in front is compared with: one that is open, or a file.
final class CompareSheet {
    private static final double WIDTH = 560;
    /// More open traces are chosen from by opening their file: it is open at once.
    private static final int MOST = 12;

    private final WindowActions actions;
    private final VBox choices = new VBox(4);
    private final Label about = new Label();
    private final Button file = new Button("Choose a file…");
    private final VBox node = new VBox();

    CompareSheet(WindowActions actions) {
        this.actions = actions;
        var title = new Label("Compare with another trace");
        title.getStyleClass().add("heading");
        about.getStyleClass().add("dim");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        file.setId("compare-file");
        file.setOnAction(_ -> {
            close();
            actions.compareWithFile();
        });
        node.getChildren().addAll(title, about, choices, file);
        node.getStyleClass().add("help");
        node.setId("compare-sheet");
        node.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    }

    Node node() {
        return node;
    }

    private void close() {
        actions.overlayProperty().set(WindowActions.Overlay.NONE);
    }

    void begin() {
        choices.getChildren().clear();
        actions.workspace().session().ifPresent(after -> {
            about.setText(
                    "Which trace was before " + after.title() + (after.isRange() ? ", of which a range counts" : "")
                            + "? They can be swapped later.");
            List<TraceTab> others = actions.workspace().tabs().stream()
                    .filter(tab -> tab.session().filter(other -> other != after).isPresent()).limit(MOST).toList();
            others.forEach(tab -> choices.getChildren().add(choice(tab, after)));
        });
        (choices.getChildren().isEmpty() ? file : choices.getChildren().getFirst()).requestFocus();
    }

    private Button choice(TraceTab tab, Session after) {
        var button = new Button(tab.title());
        button.setMnemonicParsing(false);
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("compare-choice");
        button.setOnAction(_ -> {
            close();
            tab.session().ifPresent(before -> actions.workspace().compare(before, after));
        });
        return button;
    }
}
