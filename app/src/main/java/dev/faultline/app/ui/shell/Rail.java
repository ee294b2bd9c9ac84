package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Workspace;
import dev.faultline.model.rules.Severity;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The labels at the left that switch between pages, some with a number.
final class Rail {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass CRITICAL = PseudoClass.getPseudoClass("critical");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final VBox box;
    private Subscription watching = Subscription.EMPTY;

    private Rail(VBox box) {
        this.box = box;
    }

    static void fill(VBox box, Workspace workspace) {
        var rail = new Rail(box);
        workspace.sessionProperty().subscribe(rail::show);
    }

    private void show(@Nullable Session session) {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        box.getChildren().clear();
        for (Page page : Page.ALL) {
            var word = new Button(page.title());
            word.setId("rail-" + page.title());
            word.setMaxWidth(Double.MAX_VALUE);
            word.setDisable(session == null);
            var number = new Label();
            number.getStyleClass().add("number");
            number.setMouseTransparent(true);
            StackPane.setAlignment(number, Pos.TOP_RIGHT);
            var cell = new StackPane(word, number);
            cell.getStyleClass().add("rail-cell");
            number.setVisible(false);
            box.getChildren().add(cell);
            if (session != null) {
                word.setOnAction(event -> session.pageProperty().set(page.key()));
                watching = watching.and(session.pageProperty()
                        .subscribe(now -> word.pseudoClassStateChanged(SELECTED, now == page.key())));
                watching = watching.and(page.count().of(session).subscribe(count -> {
                    number.setVisible(count != null);
                    number.setText(count == null ? "" : count.text());
                    number.pseudoClassStateChanged(CRITICAL, count != null && count.worst() == Severity.CRITICAL);
                    number.pseudoClassStateChanged(WARNING, count != null && count.worst() == Severity.WARNING);
                }));
            }
        }
    }
}
