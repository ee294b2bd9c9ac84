package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.finding.FindingCard;
import dev.faultline.app.ui.finding.FindingOrder;
import dev.faultline.app.ui.finding.FindingText;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.NotReportedBox;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All findings at full width: by severity at the left, everything about one of them at the right.
final class FindingsPage {
    private static final double LIST_SHARE = 0.36;
    private static final double TEXT_WIDTH = 820;

    private final Session session;
    private final FindingText words;
    private final VBox list = new VBox();
    private final Scroller listScroll = new Scroller(list);
    private final StackPane text = new StackPane();
    private final Scroller textScroll = new Scroller(text);
    private final SplitPane split = new SplitPane();
    private final StackPane node = new StackPane();
    private List<FindingCard> cards = List.of();

    FindingsPage(Session session, WindowActions actions) {
        this.session = session;
        words = new FindingText(session, actions);
        list.getStyleClass().add("cards");
        textScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        text.getStyleClass().add("finding-page-text");
        text.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        split.getItems().setAll(listScroll, textScroll);
        split.setDividerPositions(LIST_SHARE);
        split.getStyleClass().add("across");
        node.getStyleClass().addAll("page", "findings-page");
        session.findings().shown().addListener((ListChangeListener<Finding>) change -> fill());
        session.findings().stateProperty().subscribe(state -> fill());
        session.findings().selectedProperty().subscribe(this::show);
    }

    Node node() {
        return node;
    }

    private void fill() {
        list.getChildren().clear();
        var made = new ArrayList<FindingCard>();
        for (Severity severity : Severity.values()) {
            List<Finding> findings = session.findings().shown().stream().filter(f -> f.severity() == severity)
                    .sorted(FindingOrder.COST.comparator()).toList();
            if (!findings.isEmpty()) {
                var title = new Label(Units.count(findings.size(), severity.label()));
                title.getStyleClass().add("section");
                list.getChildren().add(title);
            }
            for (Finding finding : findings) {
                var card = new FindingCard(finding, () -> session.findings().selectedProperty().set(finding));
                made.add(card);
                list.getChildren().add(card.node());
            }
        }
        list.getChildren().addAll(NotReportedBox.of(session.findings().judgement()));
        cards = made;
        node.getChildren().setAll(cards.isEmpty() ? empty() : split);
        show(session.findings().selectedProperty().get());
    }

    /// All rules with a line each may be higher than the window.
    private Node empty() {
        var scroll = new Scroller(Empty.findings(session.findings()));
        scroll.setFitToHeight(true);
        return scroll;
    }

    private void show(@Nullable Finding finding) {
        cards.forEach(card -> card.setSelected(finding));
        cards.stream().filter(card -> card.finding() == finding).findFirst()
                .ifPresent(card -> Platform.runLater(() -> listScroll.reveal(card.node())));
        textScroll.setVvalue(0);
        if (finding == null) {
            text.getChildren().clear();
        } else {
            var all = words.wide(finding);
            all.setMaxWidth(TEXT_WIDTH);
            text.getChildren().setAll(all);
        }
    }
}
