package dev.faultline.app.ui.compare;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.ComparedTraces;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.compare.FindingChange;
import dev.faultline.model.compare.Spot;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Units;
import dev.faultline.views.fx.Selection;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.fx.Viewport;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The timelines of two traces, the old one above the new one, at the same scale.
final class ComparedTimelines {
    /// A trace's timeline and what it shows.
    private static final class Part {
        private final Session session;
        private final Viewport viewport;
        private final Selection selection = new Selection();
        private final TimelineView view;
        private final BorderPane node = new BorderPane();

        Part(Session session, String side, long durationNs) {
            this.session = session;
            viewport = new Viewport(durationNs, Moments.of(session.trace()));
            view = new TimelineView(session.facts(), viewport, selection);
            view.setFindings(List.copyOf(session.findings().shown()));
            view.setOnFinding(view::highlight);
            view.setMinSize(0, 0);
            view.setAccessibleText(side + " timeline; arrows go from span to span and from row to row");
            var title = new Label(side + "  " + session.title() + " · " + Units.duration(session.model().durationNs())
                    + (session.isRange() ? ", a range" : ""));
            title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            title.setMinWidth(0);
            title.getStyleClass().add("compare-title");
            node.setTop(title);
            node.setCenter(view);
            node.setMinSize(0, 0);
        }

        void show(Spot spot) {
            new Question<Integer>(session, "look at a difference").ask(
                    () -> session.model().spans(spot.goroutine()).at(spot.fromNs()), span -> {
                        var thing = new Thing.Goroutine(spot.goroutine(), Math.max(Thing.WHOLE, span));
                        selection.select(thing);
                        view.reveal(thing);
                    });
        }
    }

    private final Part before;
    private final Part after;
    private final LinkedTime time;
    private final SplitPane node;

    ComparedTimelines(ComparedTraces traces, WindowActions actions) {
        // both have room for the longer one: else one pixel would not be the same time in both
        long longest = Math.max(traces.before().model().durationNs(), traces.after().model().durationNs());
        before = new Part(traces.before(), "Old", longest);
        after = new Part(traces.after(), "New", longest);
        time = new LinkedTime(before.viewport, after.viewport);
        node = new SplitPane(before.node, after.node);
        node.setOrientation(Orientation.VERTICAL);
        node.getStyleClass().add("compared-timelines");
        node.setMinSize(0, 0);
        for (Part part : List.of(before, after)) {
            var colours = actions.preferences().themeProperty()
                    .subscribe(theme -> part.view.setPalette(ThemeColours.palette(theme)));
            traces.whenClosed(colours::unsubscribe);
            traces.whenClosed(part.view::close);
        }
    }

    Node node() {
        return node;
    }

    LinkedTime time() {
        return time;
    }

    /// The time that the old trace shows.
    Viewport beforeTime() {
        return before.viewport;
    }

    /// The time that the new trace shows.
    Viewport afterTime() {
        return after.viewport;
    }

    /// Shows where a difference can be seen in each trace, as far as it can.
    void show(@Nullable Spot inBefore, @Nullable Spot inAfter) {
        time.show(range(inBefore), range(inAfter));
        if (inBefore != null && inBefore.goroutine() >= 0) {
            before.show(inBefore);
        }
        if (inAfter != null && inAfter.goroutine() >= 0) {
            after.show(inAfter);
        }
    }

    private static @Nullable TimeRange range(@Nullable Spot spot) {
        return spot == null || spot.goroutine() < 0 ? null : TimeRange.between(spot.fromNs(), spot.toNs());
    }

    /// Shows the evidence of a finding in each trace that has it.
    void show(FindingChange finding) {
        time.apart(() -> {
            highlight(before, finding.before());
            highlight(after, finding.after());
        });
    }

    private static void highlight(Part part, @Nullable Finding finding) {
        part.view.highlight(finding);
    }
}
