package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.finding.FindingCard;
import dev.faultline.app.ui.finding.FindingOrder;
import dev.faultline.app.ui.finding.FindingText;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.NotReportedBox;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The findings beside the page: a card each, and the selected one in full.
final class FindingsController {
    private static final double CARDS_SHARE = 0.46;

    private final Session session;
    private final FindingText words;
    private final Node node;
    private List<FindingCard> shown = List.of();

    @FXML
    private VBox pane;
    @FXML
    private MenuButton order;
    @FXML
    private Scroller cardScroll;
    @FXML
    private VBox cards;
    @FXML
    private Scroller textScroll;
    @FXML
    private StackPane text;
    @FXML
    private StackPane buttons;

    @SuppressWarnings("NullAway.Init")
    FindingsController(Session session, WindowActions actions) {
        this.session = session;
        words = new FindingText(session, actions);
        node = Fxml.load("findings.fxml", this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        cards.heightProperty().addListener(_ -> Platform.runLater(pane::requestLayout));
        // cards take what they need, up to their share; the text takes the rest
        cardScroll.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.min(cards.getHeight() + 2, pane.getHeight() * CARDS_SHARE), cards.heightProperty(),
                pane.heightProperty()));
        cardScroll.minHeightProperty().bind(Bindings.createDoubleBinding(
                () -> textScroll.isManaged() ? cardScroll.getPrefHeight() : 0, cardScroll.prefHeightProperty(),
                textScroll.managedProperty()));
        textScroll.setPrefHeight(0);
        var chosen = new FindingOrder.Choice(order);
        chosen.property().subscribe(o -> fill(o));
        session.findings().shown()
                .addListener((ListChangeListener<Finding>) change -> {
                    // the first ones come with the change of state
                    if (session.findings().stateProperty().get() == FindingList.State.READY) {
                        fill(chosen.property().get());
                    }
                });
        session.findings().stateProperty().subscribe(state -> fill(chosen.property().get()));
        session.findings().selectedProperty().subscribe(this::show);
    }

    private void fill(FindingOrder by) {
        FindingList findings = session.findings();
        shown = findings.shown().stream().sorted(by.comparator())
                .map(finding -> new FindingCard(finding, () -> findings.selectedProperty().set(finding))).toList();
        boolean none = shown.isEmpty();
        textScroll.setVisible(!none);
        textScroll.setManaged(!none);
        buttons.setVisible(!none);
        buttons.setManaged(!none);
        VBox.setVgrow(cardScroll, none ? Priority.ALWAYS : Priority.NEVER);
        if (none) {
            cards.getChildren().setAll(Empty.findingsBeside(findings));
        } else {
            cards.getChildren().setAll(shown.stream().map(FindingCard::node).toList());
            cards.getChildren().addAll(NotReportedBox.of(findings.judgement()));
            if (findings.selectedProperty().get() == null) {
                // which shows it
                findings.selectedProperty().set(shown.getFirst().finding());
                return;
            }
        }
        show(findings.selectedProperty().get());
    }

    private void show(@Nullable Finding finding) {
        shown.forEach(card -> card.setSelected(finding));
        if (finding == null) {
            text.getChildren().clear();
            buttons.getChildren().clear();
        } else {
            text.getChildren().setAll(words.narrow(finding));
            buttons.getChildren().setAll(words.buttons(finding));
        }
        textScroll.setVvalue(0);
        shown.stream().filter(card -> card.finding() == finding).findFirst()
                .ifPresent(card -> Platform.runLater(() -> cardScroll.reveal(card.node())));
    }
}
