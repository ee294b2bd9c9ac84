package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Units;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Over all pages while only a range of the trace counts: which one, and the way back.
final class RangeBar {
    private final Session session;
    private final Label text = new Label();
    private final HBox node;

    RangeBar(Session session, WindowActions actions) {
        this.session = session;
        var back = new Button("Count the whole trace");
        back.setId("count-whole");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> actions.countWhole());
        text.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        node = new HBox(12, text, space, back);
        node.setId("range-bar");
        node.getStyleClass().add("range-bar");
        node.setAlignment(Pos.CENTER_LEFT);
        session.whenClosed(session.whole().findings().stateProperty().subscribe(this::write)::unsubscribe);
    }

    Node node() {
        return node;
    }

    private void write(FindingList.State state) {
        long from = session.trace().originNs();
        long to = from + session.trace().durationNs();
        String said = "Only " + Units.duration(to - from) + " count, "
                + session.viewport().moments().fromTo(0, to - from)
                + ": rows, tables, charts and findings are of this range.";
        long touching = session.whole().findings().shown().stream().filter(f -> touches(f, from, to)).count();
        text.setText(state == FindingList.State.READY && touching > 0
                ? said + " " + (touching == 1
                        ? "1 finding of the whole trace lies"
                        : Units.count(touching) + " findings of the whole trace lie") + " in it."
                : said);
    }

    private static boolean touches(Finding finding, long from, long to) {
        return finding.evidence().intervals().stream().anyMatch(i -> i.fromNs() < to && i.toNs() > from);
    }
}
