package dev.faultline.app.ui.part;

import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.work.Background;
import dev.faultline.model.MutatorUtilization;
import dev.faultline.model.analysis.gc.MutatorTime;
import dev.faultline.model.analysis.gc.MutatorTime.Taker;
import dev.faultline.model.words.Units;
import dev.faultline.views.chart.ChartTheme;
import dev.faultline.views.chart.Charts;
import dev.faultline.views.scale.TimeRange;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The mutator utilization by length of window, with a choice of what counts, and the worst windows of one length as links
/// into the timeline.
public final class UtilizationBox {
    private static final int WORST = 6;
    private static final long FIRST_WINDOW_NS = 10_000_000;

    private final Session session;
    private final DurationChart chart = new DurationChart(false, this::choose);
    private final FlowPane worst = new FlowPane(14, 4);
    private final VBox node;
    private final Set<Taker> takers = EnumSet.allOf(Taker.class);
    private long windowNs = FIRST_WINDOW_NS;
    private @Nullable Shown shown;
    private @Nullable Background<Shown> job;
    private @Nullable ChartTheme theme;

    /// What is shown.
    private record Shown(MutatorUtilization utilization, TimeRange range) {}

    public UtilizationBox(Session session) {
        this.session = session;
        var choices = new FlowPane(14, 4);
        choices.setAlignment(Pos.CENTER_LEFT);
        var counts = new Label("Counts as the collector's:");
        counts.getStyleClass().add("dim");
        choices.getChildren().add(counts);
        for (Taker taker : Taker.values()) {
            var box = new CheckBox(taker.label());
            box.setSelected(true);
            box.setOnAction(_ -> choose(taker, box.isSelected()));
            choices.getChildren().add(box);
        }
        node = new VBox(6, chart, choices, worst);
    }

    public Node node() {
        return node;
    }

    /// Draws now if it has come in sight.
    public void drawSeen() {
        chart.drawSeen();
    }

    /// Shows a stretch of the trace.
    public void show(TimeRange range, ChartTheme with) {
        theme = with;
        Shown before = shown;
        if (before != null && before.range().equals(range)) {
            draw(before);
        } else {
            count(range);
        }
    }

    private void choose(Taker taker, boolean counts) {
        if (counts) {
            takers.add(taker);
        } else {
            takers.remove(taker);
        }
        Shown before = shown;
        if (before != null) {
            count(before.range());
        }
    }

    private void choose(double logarithm) {
        windowNs = Math.round(Math.pow(10, logarithm));
        Shown now = shown;
        if (now != null) {
            list(now);
        }
    }

    private void count(TimeRange range) {
        Background<Shown> before = job;
        if (before != null) {
            before.cancel();
        }
        Set<Taker> wanted = Set.copyOf(takers);
        Background<Shown> next = Background.start("mutator utilization", _ -> {
            var facts = session.facts();
            var all = MutatorTime.of(facts.model(), facts.timing().workerRuns(), wanted);
            return new Shown(all.within(range.fromNs(), range.toNs()), range);
        }, new Background.Outcome<>(this::draw, error -> chart.say(String.valueOf(error.getMessage())), () -> {}));
        session.attach(next);
        job = next;
    }

    private void draw(Shown next) {
        shown = next;
        ChartTheme with = theme;
        if (with != null) {
            chart.show(Charts.utilization(next.utilization(), next.range().durationNs(), with));
            list(next);
        }
    }

    private void list(Shown now) {
        worst.getChildren().clear();
        List<MutatorUtilization.Window> windows = now.utilization().worst(windowNs, WORST);
        if (windows.isEmpty()) {
            return;
        }
        var head = new Label(
                "Worst windows of " + Units.duration(windows.getFirst().toNs() - windows.getFirst().fromNs())
                        + ":");
        head.getStyleClass().add("dim");
        worst.getChildren().add(head);
        for (MutatorUtilization.Window window : windows) {
            var link = new Hyperlink(
                    Units.share(window.share()) + " at " + session.viewport().moments().at(window.fromNs()));
            link.setOnAction(_ -> session.jump(new Jump.ToRange(new TimeRange(window.fromNs(), window.toNs()))));
            worst.getChildren().add(link);
        }
    }
}
