package dev.faultline.app.ui.part;

import dev.faultline.app.ui.session.Preferences;
import dev.faultline.views.filter.Completion;
import dev.faultline.views.filter.Fields;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// A box for a filter, with proposals while it is typed, filters that are kept, and the number of matches. What is not
/// understood is said below the box, over what is there: nothing moves.
public final class FilterBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Duration TYPING = Duration.millis(180);
    private static final double MATCHES_WIDTH = 170;

    private final TextField field = new TextField();
    private final Label matches = new Label();
    private final HBox node;
    private final PauseTransition typing = new PauseTransition(TYPING);
    private final FilterHints hints;
    private final Consumer<String> changed;
    private final Runnable left;
    private String found = "";

    /// @param fields the terms that it understands
    /// @param context what the things belong to that are filtered; asked for proposals
    /// @param preferences keep filters
    /// @param changed takes the filter when it has changed
    /// @param left brings the focus back to what is filtered
    public <C> FilterBox(Fields<C> fields, Supplier<C> context, Preferences preferences, Consumer<String> changed,
            Runnable left) {
        this.changed = changed;
        this.left = left;
        hints = new FilterHints(field, this::take,
                caret -> Completion.of(fields, context.get(), field.getText(), caret));
        field.setPromptText("filter; try  duration>5ms  or press Down for terms");
        field.getStyleClass().add("code");
        field.setMinWidth(80);
        HBox.setHgrow(field, Priority.ALWAYS);
        typing.setOnFinished(_ -> {
            // the tab may have been closed, and its trace with it, since the last key
            if (field.getScene() != null) {
                changed.accept(field.getText());
            }
        });
        field.textProperty().addListener(_ -> typing.playFromStart());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                hints.hide();
            }
        });
        matches.getStyleClass().add("dim");
        matches.setMinWidth(MATCHES_WIDTH);
        matches.setPrefWidth(MATCHES_WIDTH);
        node = new HBox(8, field, new KeptFilters(preferences.filters(), field::getText, this::set).node(), matches);
        node.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(node, Priority.ALWAYS);
    }

    public Region node() {
        return node;
    }

    /// The box itself, for its id and words.
    public TextField field() {
        return field;
    }

    /// Puts a filter into the box and uses it.
    public void set(String text) {
        field.setText(text);
        typing.stop();
        changed.accept(text);
    }

    /// Says how many match.
    public void setMatches(String words) {
        found = words;
        if (!field.getPseudoClassStates().contains(WRONG)) {
            matches.setText(words);
            matches.setTooltip(new Tooltip(words));
        }
    }

    /// Says what is not understood; empty when all is.
    public void setProblem(String problem) {
        field.pseudoClassStateChanged(WRONG, !problem.isEmpty());
        matches.setText(problem.isEmpty() ? found : "not understood");
        matches.setTooltip(new Tooltip(problem.isEmpty() ? found : problem));
        hints.say(problem);
    }

    private void take(Completion proposal) {
        String text = field.getText();
        field.setText(text.substring(0, proposal.from()) + proposal.text() + text.substring(proposal.to()));
        field.positionCaret(proposal.from() + proposal.text().length());
    }

    private void key(KeyEvent event) {
        if (hints.key(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            typing.stop();
            hints.hide();
            changed.accept(field.getText());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            set("");
            left.run();
            event.consume();
        }
    }
}
