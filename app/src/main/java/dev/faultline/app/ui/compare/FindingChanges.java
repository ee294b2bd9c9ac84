package dev.faultline.app.ui.compare;

import dev.faultline.app.ui.finding.FindingCard;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.model.compare.Comparison;
import dev.faultline.model.compare.FindingChange;
import dev.faultline.model.compare.FindingChange.Status;
import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The findings of both traces by what became of them. A click shows one in each trace that has it.
final class FindingChanges {
    private FindingChanges() {
    }

    static Node of(Comparison comparison, Consumer<FindingChange> show) {
        if (comparison.findings().isEmpty()) {
            return Empty.of("No findings", "The rules found nothing in either trace.");
        }
        var list = new VBox();
        list.getStyleClass().add("cards");
        List<FindingCard> cards = new ArrayList<>();
        for (Status status : Status.values()) {
            List<FindingChange> of = comparison.findings().stream().filter(f -> f.status() == status).toList();
            if (!of.isEmpty()) {
                var title = new Label(Units.count(of.size()) + " " + status.label());
                title.getStyleClass().add("section");
                list.getChildren().add(title);
            }
            for (FindingChange change : of) {
                var card = new FindingCard(change.finding(), () -> {
                    cards.forEach(other -> other.setSelected(change.finding()));
                    show.accept(change);
                });
                cards.add(card);
                list.getChildren().add(card.node());
            }
        }
        return new Scroller(list);
    }
}
