package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.session.TraceTab;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// A tab whose file could not be read: why, and what to do next.
final class FailedController {
    private final WindowActions actions;
    private final TraceTab tab;
    private final TabState.Failed failed;
    private final Node node;

    @FXML
    private Label title;
    @FXML
    private Label sentence;
    @FXML
    private Label advice;
    @FXML
    private Button other;
    @FXML
    private Button retry;
    @FXML
    private Button close;

    @SuppressWarnings("NullAway.Init")
    FailedController(WindowActions actions, TraceTab tab, TabState.Failed failed) {
        this.actions = actions;
        this.tab = tab;
        this.failed = failed;
        node = Fxml.load("failed.fxml", this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        title.setText(tab.title() + " could not be opened");
        sentence.setText(failed.sentence());
        advice.setText(failed.advice());
        other.setOnAction(event -> actions.open());
        retry.setOnAction(event -> actions.workspace().retry(tab));
        close.setOnAction(event -> actions.workspace().close(tab));
    }
}
