package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.SourceSettings;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Asks which editor opens code, and where the sources of traced programs lie here.
final class EditorSheet {
    private static final double WIDTH = 640;
    private static final int EMPTY_ROWS = 2;

    private final WindowActions actions;
    private final TextField command = new TextField();
    private final GridPane rows = new GridPane();
    private final List<TextField> from = new ArrayList<>();
    private final List<TextField> to = new ArrayList<>();
    private final VBox node = new VBox();

    EditorSheet(WindowActions actions) {
        this.actions = actions;
        command.setPromptText("command with {file} and {line}");
        command.setId("editor-command");
        var known = new FlowPane(8, 4);
        SourceSettings.EDITORS.forEach(editor -> {
            var link = new Hyperlink(editor.name());
            link.setOnAction(event -> command.setText(editor.command()));
            known.getChildren().add(link);
        });
        var more = new Hyperlink("One more");
        more.setOnAction(event -> row("", ""));
        var save = new Button("Save");
        save.setId("editor-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(event -> save());
        var cancel = new Button("Cancel");
        cancel.setOnAction(event -> actions.overlayProperty().set(WindowActions.Overlay.NONE));
        rows.setHgap(8);
        rows.setVgap(4);
        node.getChildren().addAll(heading("Editor and sources"),
                words("Which command opens a file at a line? It runs when you ask for it, and never else."), known,
                command,
                words("Where are the sources? A path in a trace that begins with the text at the left is looked for in the "
                        + "folder at the right; without a text, the folder's go.mod and its files tell what belongs there. "
                        + "Paths that exist here need no entry."),
                rows, more, new HBox(8, save, cancel));
        node.getStyleClass().add("help");
        node.setId("editor-sheet");
        node.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    }

    Node node() {
        return node;
    }

    void begin() {
        SourceSettings sources = actions.preferences().sources();
        command.setText(sources.editor());
        rows.getChildren().clear();
        from.clear();
        to.clear();
        sources.mappings().forEach(mapping -> row(mapping.from(), mapping.to()));
        for (int i = 0; i < EMPTY_ROWS; i++) {
            row("", "");
        }
        command.requestFocus();
    }

    private void row(String begin, String folder) {
        var left = new TextField(begin);
        left.setPromptText("path begins with, such as /build/");
        var right = new TextField(folder);
        right.setPromptText("folder here");
        GridPane.setHgrow(left, Priority.ALWAYS);
        GridPane.setHgrow(right, Priority.ALWAYS);
        rows.addRow(from.size(), left, right);
        from.add(left);
        to.add(right);
    }

    private void save() {
        var mappings = new ArrayList<SourceSettings.Mapping>();
        for (int i = 0; i < from.size(); i++) {
            mappings.add(new SourceSettings.Mapping(from.get(i).getText().strip(), to.get(i).getText().strip()));
        }
        actions.preferences().sources().set(command.getText(), mappings);
        actions.overlayProperty().set(WindowActions.Overlay.NONE);
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.getStyleClass().add("dim");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
