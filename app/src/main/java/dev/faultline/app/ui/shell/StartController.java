package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The window without a trace: how to open one, and recent files.
final class StartController {
    private static final int SHOWN = 5;

    private final WindowActions actions;
    private final Node node;

    @FXML
    private Button open;
    @FXML
    private VBox recent;
    @FXML
    private VBox files;
    @FXML
    private VBox how;

    @SuppressWarnings("NullAway.Init")
    StartController(WindowActions actions) {
        this.actions = actions;
        node = Fxml.load("start.fxml", this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        open.setOnAction(event -> actions.open());
        List<Path> latest = actions.preferences().recent();
        files.getChildren().setAll(latest.stream().limit(SHOWN).map(this::link).toList());
        recent.setVisible(!latest.isEmpty());
        recent.setManaged(!latest.isEmpty());
    }

    private Node link(Path file) {
        Path name = file.getFileName();
        var link = new Hyperlink(name == null ? file.toString() : name.toString());
        link.setMnemonicParsing(false);
        link.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        link.setOnAction(event -> actions.workspace().open(List.of(file)));
        var folder = new Label(String.valueOf(file.getParent()));
        folder.getStyleClass().add("dim");
        return new HBox(8, link, folder);
    }
}
