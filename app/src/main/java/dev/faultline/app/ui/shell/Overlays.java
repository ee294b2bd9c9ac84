package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Commands;
import dev.faultline.app.ui.command.WindowActions;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// Overlays of the window: search, help, notices.
final class Overlays {
    private final WindowActions actions;
    private final SearchController search;
    private final HelpSheet help;
    private final ManualSheet manual;
    private final EditorSheet editor;
    private final CompareSheet compare;
    private final ExportSheet export;
    private final StackPane shade = new StackPane();
    private final StackPane notices;

    Overlays(WindowActions actions, Commands commands) {
        this.actions = actions;
        search = new SearchController(actions, commands);
        help = new HelpSheet(commands);
        manual = new ManualSheet(actions);
        editor = new EditorSheet(actions);
        compare = new CompareSheet(actions);
        export = new ExportSheet(actions);
        notices = new NoticeBar(actions).layer();
        shade.setId("overlay");
        shade.getStyleClass().add("shade");
        shade.setOnMousePressed(event -> {
            if (event.getTarget() == shade) {
                close();
            }
        });
        shade.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        actions.overlayProperty().subscribe(this::show);
    }

    List<Node> layers() {
        return List.of(notices, shade);
    }

    private void close() {
        actions.overlayProperty().set(WindowActions.Overlay.NONE);
    }

    private void show(WindowActions.Overlay overlay) {
        shade.setVisible(overlay != WindowActions.Overlay.NONE);
        switch (overlay) {
            case NONE -> {
                shade.getChildren().clear();
                export.end();
            }
            case SEARCH -> {
                shade.getChildren().setAll(search.node());
                StackPane.setAlignment(search.node(), Pos.TOP_CENTER);
                search.begin();
            }
            case HELP -> {
                shade.getChildren().setAll(help.node());
                help.node().requestFocus();
            }
            case MANUAL -> {
                shade.getChildren().setAll(manual.node());
                manual.openAtPage();
            }
            case COMPARE -> {
                shade.getChildren().setAll(compare.node());
                compare.begin();
            }
            case EXPORT -> {
                shade.getChildren().setAll(export.node());
                export.begin();
            }
            case EDITOR -> {
                shade.getChildren().setAll(editor.node());
                editor.begin();
            }
            case GLOSSARY -> {
                shade.getChildren().setAll(manual.node());
                manual.openGlossary();
            }
        }
    }
}
