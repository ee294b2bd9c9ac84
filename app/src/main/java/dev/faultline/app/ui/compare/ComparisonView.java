package dev.faultline.app.ui.compare;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.Switcher;
import dev.faultline.app.ui.session.ComparedTraces;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.work.Background;
import dev.faultline.model.compare.Comparison;
import dev.faultline.model.compare.DifferenceWords;
import dev.faultline.model.compare.FigureReader;
import dev.faultline.model.compare.Side;
import dev.faultline.model.compare.TraceFigures;
import dev.faultline.model.words.Units;
import dev.faultline.views.fx.LowPriority;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// A comparison: what comes of it in one line, the timelines of both traces, and below them what differs.
public final class ComparisonView {
    private static final double TIMELINES = 0.55;

    private final WindowActions actions;
    private final ComparedTraces traces;
    private final ComparedTimelines timelines;
    private final Label headline = new Label("Comparing…");
    private final StackPane below = new StackPane();
    private final BorderPane node = new BorderPane();
    private boolean begun;

    /// @param traces what is compared; the view ends with them
    public ComparisonView(WindowActions actions, ComparedTraces traces) {
        this.actions = actions;
        this.traces = traces;
        timelines = new ComparedTimelines(traces, actions);
        below.setMinSize(0, 0);
        below.getChildren().add(Empty.of("Comparing…", "The rules look at both traces first."));
        var split = new SplitPane(timelines.node(), below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TIMELINES);
        split.getStyleClass().add("comparison");
        node.setTop(bar());
        node.setCenter(split);
        node.setId("comparison");
        node.getStyleClass().add("page");
        Subscription watching = traces.before().findings().stateProperty().subscribe(_ -> compare())
                .and(traces.after().findings().stateProperty().subscribe(_ -> compare()));
        traces.whenClosed(watching::unsubscribe);
    }

    public Node node() {
        return node;
    }

    private Node bar() {
        headline.setId("comparison-headline");
        headline.getStyleClass().add("compare-headline");
        headline.setMinWidth(Region.USE_PREF_SIZE);
        LinkedTime time = timelines.time();
        var link = new CheckBox("link times");
        link.setId("compare-link");
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setTooltip(
                new Tooltip("One timeline follows the other. Unlink them, move one, and link them again to keep "
                        + "the offset."));
        link.selectedProperty().bindBidirectional(time.linkedProperty());
        var offset = new Label();
        offset.setId("compare-offset");
        offset.getStyleClass().add("dim");
        offset.setMinWidth(Region.USE_PREF_SIZE);
        offset.textProperty().bind(time.offsetProperty().map(ns -> "offset " + Units.duration(ns.longValue())));
        Button align = button("compare-align", "Align starts", time::align);
        align.disableProperty().bind(time.offsetProperty().isEqualTo(0));
        Button whole = button("compare-whole", "Show all", () -> time.apart(() -> {
            timelines.beforeTime().showWhole();
            timelines.afterTime().showWhole();
        }));
        Button swap = button("compare-swap", "Swap old and new", this::swap);
        var bar = new FlowPane(12, 4, headline, link, offset, align, whole, swap);
        bar.getStyleClass().add("compare-bar");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void swap() {
        actions.workspace().compare(traces.after(), traces.before());
    }

    /// Begins once the rules are done with both.
    private void compare() {
        List<Session> both = List.of(traces.before(), traces.after());
        if (begun || both.stream().anyMatch(s -> s.findings().stateProperty().get() == FindingList.State.CHECKING)) {
            return;
        }
        begun = true;
        Background<Comparison> job = Background.start("compare", _ -> {
            LowPriority.lowerThisThread();
            return Comparison.of(new Side(List.of(read(both.getFirst()))), new Side(List.of(read(both.getLast()))));
        }, new Background.Outcome<>(this::show, this::failed, () -> {}));
        both.forEach(session -> session.attach(job));
        traces.whenClosed(job::cancel);
    }

    private static TraceFigures read(Session session) {
        return FigureReader.read(session.facts(), session.findings().judgement());
    }

    private void failed(Throwable error) {
        headline.setText("Not compared");
        below.getChildren().setAll(Empty.of("The traces could not be compared", String.valueOf(error.getMessage())));
    }

    private void show(Comparison comparison) {
        headline.setText(DifferenceWords.headline(comparison));
        headline.setTooltip(new Tooltip(String.join("\n", comparison.notes())));
        var switcher = new Switcher();
        switcher.add("Differences", () -> new DifferenceTable(comparison, timelines).node(traces.after(), actions));
        switcher.add("Findings", comparison.findings().size(), "findings: the rules found nothing in either trace",
                () -> FindingChanges.of(comparison, timelines::show));
        switcher.add("Flame", () -> ComparedFlames.of(traces, timelines, actions));
        switcher.add("How it was judged", () -> Notes.of(comparison));
        switcher.showFirst();
        below.getChildren().setAll(switcher.node());
    }
}
