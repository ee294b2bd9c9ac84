package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Commands;
import dev.faultline.app.ui.command.Hit;
import dev.faultline.app.ui.command.Search;
import dev.faultline.app.ui.command.WindowActions;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The search field and its results.
final class SearchController {
    private static final double ROW = 30;
    private static final int ROWS = 14;

    private final WindowActions actions;
    private final Search search;
    private final Node node;

    @FXML
    private TextField query;
    @FXML
    private ListView<Hit> hits;
    @FXML
    private Label hint;

    @SuppressWarnings("NullAway.Init")
    SearchController(WindowActions actions, Commands commands) {
        this.actions = actions;
        search = new Search(actions, commands);
        node = Fxml.load("search.fxml", this);
    }

    Node node() {
        return node;
    }

    /// Empties the field and takes the focus.
    void begin() {
        query.clear();
        list("");
        query.requestFocus();
    }

    @FXML
    private void initialize() {
        hits.setFixedCellSize(ROW);
        hits.setCellFactory(list -> new HitCell());
        hits.setOnMouseClicked(event -> go());
        query.textProperty().subscribe(this::list);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(ROWS - 1);
            case PAGE_UP -> move(1 - ROWS);
            case ENTER -> go();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int by) {
        int size = hits.getItems().size();
        if (size > 0) {
            int next = Math.clamp(hits.getSelectionModel().getSelectedIndex() + (long) by, 0, size - 1);
            hits.getSelectionModel().select(next);
            hits.scrollTo(Math.max(0, next - ROWS / 2));
        }
    }

    private void list(String text) {
        search.find(text, this::show);
    }

    private void show(List<Hit> found) {
        hits.getItems().setAll(found);
        hits.setPrefHeight(ROW * Math.clamp(found.size(), 1, ROWS) + 2);
        hits.getSelectionModel().selectFirst();
        hint.setText(found.isEmpty()
                ? "No matches. Search for a goroutine by number, for functions, tasks and findings by words."
                : "Enter to go there, Esc to close");
    }

    private void go() {
        Hit hit = hits.getSelectionModel().getSelectedItem();
        if (hit != null) {
            actions.overlayProperty().set(WindowActions.Overlay.NONE);
            hit.action().run();
        }
    }

    private static final class HitCell extends ListCell<Hit> {
        private final Label kind = new Label();
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox line = new HBox(12, kind, title, detail);

        HitCell() {
            line.getStyleClass().add("hit");
            kind.getStyleClass().add("hit-kind");
            kind.setMinWidth(Region.USE_PREF_SIZE);
            title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            title.setMaxWidth(Double.MAX_VALUE);
            title.setMinWidth(40);
            HBox.setHgrow(title, Priority.ALWAYS);
            detail.getStyleClass().add("dim");
            detail.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setText(null);
            setGraphic(empty ? null : line);
            if (hit != null) {
                kind.setText(hit.kind());
                title.setText(hit.title());
                detail.setText(hit.detail());
            }
        }
    }
}
