package dev.faultline.app.ui.part;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.text.NamedStack;
import dev.faultline.app.ui.text.PathWords;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.model.analysis.task.PathParts.Part;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The details of a critical path: a table of its parts, which add up to the whole, and the code of the part that is selected.
public final class PathPane {
    /// Room for the code beside the table: px, and share of the width.
    private static final double CODE_MOST = 360;
    private static final double CODE_SHARE = 0.34;

    private final Session session;
    private final TableHost host;
    private final PathParts parts;
    private final PathWords words;
    private final Question<String> holders;
    private final VBox code = new VBox();
    private final HBox node = new HBox();

    public PathPane(Session session, WindowActions actions, Thing.Path path) {
        this.session = session;
        host = new TableHost(session, actions);
        parts = path.parts();
        words = new PathWords(session.facts());
        holders = new Question<>(session, "holders of Ps");
        node.getStyleClass().add("details");
        var title = new Label("Critical path of " + path.title());
        title.getStyleClass().add("heading");
        title.setMinWidth(0);
        var amount = new Label(Units.duration(parts.toNs() - parts.fromNs()));
        amount.getStyleClass().addAll("badge", "path");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        int count = parts.parts().size();
        var sum = new Label(Units.count(count, "part") + (count > 1 ? ", which add up to it exactly" : ""));
        sum.getStyleClass().add("dim");
        sum.setMinWidth(0);
        var again = new Hyperlink("show it whole");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> session.jump(new Jump.ToThing(path)));
        var head = new HBox(title, amount, sum, again);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("details-head");
        Node table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        var left = new VBox(head, table);
        left.getStyleClass().add("path-table");
        left.setMinWidth(0);
        left.setPrefWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        code.getStyleClass().add("frames");
        code.setMinWidth(0);
        var scroller = new Scroller();
        scroller.setContent(code);
        scroller.getStyleClass().add("path-code");
        scroller.prefWidthProperty().bind(node.widthProperty()
                .map(width -> Math.min(CODE_MOST, width.doubleValue() * CODE_SHARE)));
        node.getChildren().addAll(left, scroller);
        node.setMinHeight(0);
        if (!parts.parts().isEmpty()) {
            show(parts.parts().getFirst());
        }
    }

    public Node node() {
        return node;
    }

    private Node table() {
        List<Part> all = parts.parts();
        long whole = parts.toNs() - parts.fromNs();
        List<Column> columns = List.of(Column.duration("Time", i -> all.get(i).ns()),
                Column.words("What", 200, i -> words.what(all.get(i))),
                Column.share("Share", i -> all.get(i).share(whole)), Column.count("Steps", i -> all.get(i).count()),
                Column.code("Goroutine", 180, i -> words.goroutine(all.get(i))),
                Column.code("Place", 220, i -> words.place(all.get(i))),
                Column.words("Because", 320, i -> words.why(all.get(i))));
        return new DenseTable(host, new TableContents("Critical path", all.size(), columns,
                TableRows.of(i -> words.longest(all.get(i))))).doing(i -> {
                    show(all.get(i));
                    session.jump(new Jump.ToPlace(words.longest(all.get(i))));
                }, i -> session.jump(new Jump.ToThing(words.longest(all.get(i))))).node();
    }

    /// The code of a part and, for a wait for a P, who had them.
    private void show(Part part) {
        code.getChildren().clear();
        holders.ask(() -> words.holders(parts, part), text -> {
            if (!text.isEmpty()) {
                var label = new Label(text);
                label.setWrapText(true);
                code.getChildren().addFirst(label);
            }
        });
        for (NamedStack stack : words.stacks(part)) {
            var title = new Label(stack.title());
            title.getStyleClass().add("section");
            title.setMinWidth(0);
            code.getChildren().addAll(title, FrameLines.of(stack.frames(), session.model().owners(),
                    Math.max(1, stack.frames().size())));
        }
        if (code.getChildren().isEmpty()) {
            var none = new Label("No stack recorded");
            none.getStyleClass().add("dim");
            code.getChildren().add(none);
        }
    }
}
