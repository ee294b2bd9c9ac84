package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Commands;
import dev.faultline.app.ui.command.Desk;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// What lies over the window when asked for: the search, the keys; and the notices at its foot.
final class Overlays {
    private final Desk desk;
    private final SearchController search;
    private final HelpSheet help;
    private final StackPane shade = new StackPane();
    private final StackPane notices;

    Overlays(Desk desk, Commands commands) {
        this.desk = desk;
        search = new SearchController(desk, commands);
        help = new HelpSheet(commands);
        notices = new NoticeBar(desk).layer();
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
        desk.overlayProperty().subscribe(this::show);
    }

    List<Node> layers() {
        return List.of(notices, shade);
    }

    private void close() {
        desk.overlayProperty().set(Desk.Overlay.NONE);
    }

    private void show(Desk.Overlay overlay) {
        shade.setVisible(overlay != Desk.Overlay.NONE);
        switch (overlay) {
            case NONE -> shade.getChildren().clear();
            case SEARCH -> {
                shade.getChildren().setAll(search.node());
                StackPane.setAlignment(search.node(), Pos.TOP_CENTER);
                search.begin();
            }
            case HELP -> {
                shade.getChildren().setAll(help.node());
                help.node().requestFocus();
            }
        }
    }
}
