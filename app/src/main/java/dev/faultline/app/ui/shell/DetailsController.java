package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.FrameLines;
import dev.faultline.app.ui.part.PathPane;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.text.Describe;
import dev.faultline.app.ui.text.Details;
import dev.faultline.app.ui.text.Fact;
import dev.faultline.app.ui.text.NamedStack;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The details of the selection: facts with units and links, stacks.
final class DetailsController {
    /// So long what was selected before stays on screen.
    private static final Duration PATIENCE = Duration.millis(150);
    /// Px of a stack at first, and of the words that there is none.
    private static final double STACK = 300;
    private static final double NO_STACK = 120;
    private static final String NOTHING = "Nothing selected";
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Session session;
    private final Describe describe;
    private final Question<Optional<Details>> question;
    private final PauseTransition slow = new PauseTransition(PATIENCE);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "headline", NOTHING);
    private final WindowActions actions;
    private final Node content;
    private final StackPane node = new StackPane();

    @FXML
    private Label title;
    @FXML
    private Label amount;
    @FXML
    private Label hint;
    @FXML
    private Scroller factScroll;
    @FXML
    private GridPane facts;
    @FXML
    private FlowPane stackTitles;
    @FXML
    private VBox stackBox;
    @FXML
    private Scroller stackScroll;
    @FXML
    private VBox stack;
    @FXML
    private Button hide;

    @SuppressWarnings("NullAway.Init")
    DetailsController(Session session, WindowActions actions) {
        this.session = session;
        this.actions = actions;
        describe = session.describe();
        question = new Question<>(session, "describe");
        slow.setOnFinished(event -> title.setText("Loading…"));
        content = Fxml.load("details.fxml", this);
        session.selection().selectedProperty().subscribe(this::describe);
    }

    Node node() {
        return node;
    }

    /// What is selected in one line: for the place where the details would be.
    ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    @FXML
    private void initialize() {
        hide.setOnAction(event -> actions.toggleDetails());
    }

    private void describe(Thing selected) {
        if (selected instanceof Thing.Path path) {
            question.drop();
            slow.stop();
            headline.set("Critical path of " + path.title());
            node.getChildren().setAll(new PathPane(session, actions, path).node());
            return;
        }
        node.getChildren().setAll(content);
        slow.playFromStart();
        question.ask(() -> describe.of(selected), this::show);
    }

    private void show(Optional<Details> details) {
        slow.stop();
        boolean some = details.isPresent();
        title.setText(details.map(Details::title).orElse(NOTHING));
        headline.set(
                details.map(d -> d.amount().isEmpty() ? d.title() : d.title() + ", " + d.amount()).orElse(NOTHING));
        title.setTooltip(new Tooltip(title.getText()));
        amount.setVisible(some);
        stackBox.setManaged(some);
        stackBox.setVisible(some);
        hint.setManaged(!some);
        hint.setVisible(!some);
        hint.setText("Click a span, a task, a pause or a P to see what it is, what woke it and what created it. "
                + "Ctrl+wheel or W S A D zooms; arrows walk; double click zooms to a span; ? shows all keys.");
        facts.getChildren().clear();
        stackTitles.getChildren().clear();
        stack.getChildren().clear();
        details.ifPresent(this::fill);
    }

    private void fill(Details details) {
        amount.setText(details.amount());
        amount.setStyle("-fx-background-color: " + details.role().variable() + "; -fx-text-fill: "
                + details.role().ink().variable());
        int row = 0;
        for (Fact fact : details.facts()) {
            var label = new Label(fact.label());
            label.getStyleClass().add("fact-label");
            label.setMinWidth(Region.USE_PREF_SIZE);
            facts.addRow(row++, label, text(fact));
        }
        factScroll.setVvalue(0);
        List<NamedStack> stacks = details.stacks();
        // the facts get the room
        HBox.setHgrow(stackBox, stacks.isEmpty() ? Priority.NEVER : Priority.ALWAYS);
        stackBox.setPrefWidth(stacks.isEmpty() ? NO_STACK : STACK);
        if (stacks.isEmpty()) {
            var none = new Label("No stack recorded");
            none.getStyleClass().add("dim");
            stackTitles.getChildren().setAll(none);
            return;
        }
        stacks.forEach(named -> stackTitles.getChildren().add(stackButton(named)));
        choose(stacks.getFirst(), (Button) stackTitles.getChildren().getFirst());
    }

    private Node text(Fact fact) {
        Thing target = fact.link();
        if (target == null) {
            var label = new Label(fact.text());
            label.setWrapText(true);
            return label;
        }
        var link = new Hyperlink(fact.text());
        link.setMnemonicParsing(false);
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setTooltip(new Tooltip(fact.text()));
        link.setOnAction(event -> session.jump(new Jump.ToThing(target)));
        return link;
    }

    private Button stackButton(NamedStack named) {
        var button = new Button(named.title());
        button.getStyleClass().add("stack-title");
        button.setTooltip(new Tooltip(named.title()));
        button.maxWidthProperty().bind(stackTitles.widthProperty());
        button.setOnAction(event -> choose(named, button));
        return button;
    }

    private void choose(NamedStack named, Button button) {
        stackTitles.getChildren().forEach(other -> other.pseudoClassStateChanged(SELECTED, other == button));
        stack.getChildren().setAll(
                FrameLines.of(named.frames(), session.model().owners(), Math.max(1, named.frames().size())));
        stackScroll.setVvalue(0);
    }
}
