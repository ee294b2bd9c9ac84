package dev.faultline.app.ui.part;

import dev.faultline.views.filter.Completion;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// What lies over the window below a filter's box: proposals, or what is wrong. The box keeps the focus.
final class FilterHints {
    private static final double ROW = 24;
    private static final int ROWS = 10;

    private final TextField field;
    private final Consumer<Completion> chosen;
    private final IntFunction<List<Completion>> proposals;
    private final Popup popup = new Popup();
    private final ListView<Completion> list = new ListView<>();
    private final Label problem = new Label();
    private final VBox box = new VBox();

    /// @param chosen takes the proposal that was chosen
    /// @param proposals for a place of the caret
    FilterHints(TextField field, Consumer<Completion> chosen, IntFunction<List<Completion>> proposals) {
        this.field = field;
        this.chosen = chosen;
        this.proposals = proposals;
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(460);
        list.setCellFactory(_ -> new Row());
        list.setOnMouseClicked(_ -> choose());
        problem.getStyleClass().add("filter-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(460);
        box.getStyleClass().add("filter-hints");
        popup.getContent().add(box);
        popup.setAutoFix(true);
        popup.setConsumeAutoHidingEvents(false);
        field.caretPositionProperty().addListener(_ -> {
            if (field.isFocused() && !field.getText().isEmpty()) {
                propose();
            }
        });
    }

    /// Says what is wrong; empty when nothing is.
    void say(String words) {
        problem.setText(words);
        if (!words.isEmpty() && field.isFocused()) {
            box.getChildren().setAll(problem);
            show();
        } else if (words.isEmpty()) {
            hide();
        }
    }

    void hide() {
        popup.hide();
    }

    /// Whether a key belongs to the proposals.
    boolean key(KeyEvent event) {
        boolean open = popup.isShowing() && box.getChildren().contains(list);
        switch (event.getCode()) {
            case DOWN -> {
                if (!open) {
                    propose();
                } else {
                    move(1);
                }
                return true;
            }
            case UP -> move(-1);
            case TAB, ENTER -> {
                if (!open || list.getSelectionModel().getSelectedItem() == null) {
                    return false;
                }
                choose();
            }
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return open;
    }

    private void move(int by) {
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, list.getItems().size() - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(next);
    }

    private void choose() {
        Completion proposal = list.getSelectionModel().getSelectedItem();
        if (proposal != null) {
            hide();
            chosen.accept(proposal);
        }
    }

    private void propose() {
        List<Completion> fits = proposals.apply(field.getCaretPosition());
        if (fits.isEmpty()) {
            hide();
            return;
        }
        list.getItems().setAll(fits);
        list.getSelectionModel().clearSelection();
        list.setPrefHeight(ROW * Math.min(ROWS, fits.size()) + 2);
        box.getChildren().setAll(list);
        show();
    }

    private void show() {
        Bounds at = field.getScene() == null ? null : field.localToScreen(field.getLayoutBounds());
        if (at != null) {
            box.getStylesheets().setAll(field.getScene().getStylesheets());
            // the colours are those of the window's root
            box.getStyleClass().setAll(field.getScene().getRoot().getStyleClass());
            box.getStyleClass().addAll("root", "filter-hints");
            popup.show(field, at.getMinX(), at.getMaxY() + 2);
        }
    }

    private static final class Row extends ListCell<Completion> {
        @Override
        protected void updateItem(@Nullable Completion proposal, boolean empty) {
            super.updateItem(proposal, empty);
            setText(empty || proposal == null ? null : proposal.help());
        }
    }
}
