package dev.faultline.app.ui.page;

import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.Range;
import dev.faultline.model.words.Units;
import dev.faultline.views.fx.Viewport;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Above the charts: which time they show, and the way from the marked moment into the timeline.
final class ChartsBar {
    private final Session session;
    private final Viewport viewport;
    private final Label shown = new Label();
    private final Hyperlink whole = new Hyperlink("Show the whole trace");
    private final HBox moment = new HBox(12);
    private final HBox node = new HBox(14, shown, whole, moment);
    private final LongConsumer show;

    /// @param marked the moment that was clicked, null when none is
    /// @param show shows a moment in the timeline
    ChartsBar(Session session, ObjectProperty<@Nullable Long> marked, LongConsumer show) {
        this.session = session;
        this.show = show;
        viewport = session.viewport();
        node.getStyleClass().add("switcher");
        node.setAlignment(Pos.CENTER_LEFT);
        moment.setAlignment(Pos.CENTER_LEFT);
        shown.setMinWidth(Region.USE_PREF_SIZE);
        whole.setMinWidth(Region.USE_PREF_SIZE);
        whole.setOnAction(_ -> viewport.showWhole());
        viewport.visibleProperty().subscribe(this::range);
        marked.subscribe(this::moment);
    }

    Node node() {
        return node;
    }

    private void range(TimeRange range) {
        boolean all = range.equals(viewport.whole());
        shown.setText(all
                ? (viewport.moments().stretch() ? "whole range, " : "whole trace, ")
                        + Units.duration(range.durationNs())
                : viewport.moments().at(range.fromNs()) + " to " + viewport.moments().at(range.toNs()) + ", "
                        + Units.duration(range.durationNs()));
        whole.setVisible(!all);
        whole.setManaged(!all);
    }

    private void moment(@Nullable Long ns) {
        moment.getChildren().clear();
        if (ns == null) {
            var hint = new Label("click a moment to go to it; Ctrl+wheel zooms, double click shows the whole trace");
            hint.getStyleClass().add("dim");
            hint.setTooltip(new Tooltip(hint.getText()));
            moment.getChildren().add(hint);
            return;
        }
        moment.getChildren().add(link("Show " + viewport.moments().at(ns) + " in the timeline", () -> show.accept(ns)));
        Range pause = pauseNear(ns);
        if (pause != null) {
            moment.getChildren().add(link(
                    "Show the pause of " + Units.duration(pause.durationNs()) + " (" + pause.reason() + ")",
                    () -> session.jump(new Jump.ToThing(new Thing.RuntimeRange(pause)))));
        }
    }

    private static Hyperlink link(String words, Runnable action) {
        var link = new Hyperlink(words);
        link.setMnemonicParsing(false);
        link.setOnAction(_ -> action.run());
        return link;
    }

    /// The longest of the pauses that lie within a hundredth of the visible time around a moment.
    private @Nullable Range pauseNear(long ns) {
        long reach = viewport.visible().durationNs() / 200;
        List<Range> pauses = session.model().ranges(Range.Kind.STW);
        return pauses.stream().filter(pause -> pause.startNs() <= ns + reach && pause.endNs() >= ns - reach)
                .max(Comparator.comparingLong(Range::durationNs)).orElse(null);
    }
}
