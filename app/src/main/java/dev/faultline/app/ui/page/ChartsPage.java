package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.MoreCharts;
import dev.faultline.app.ui.part.Scroller;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.part.TimeCharts;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.work.Background;
import dev.faultline.views.chart.ChartData;
import dev.faultline.views.chart.ChartTheme;
import dev.faultline.views.chart.Charts;
import dev.faultline.views.chart.Distributions;
import dev.faultline.views.chart.NamedChart;
import dev.faultline.views.chart.ProcHeat;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.scale.TimeRange;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The visible time of the run as charts, counted off the UI thread. While the time is moved, what was counted before moves
/// with it; when it stands still it is counted again.
final class ChartsPage {
    private static final int COLUMNS = 600;
    private static final Duration SETTLED = Duration.millis(200);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private final Session session;
    private final TimeCharts charts;
    private final MoreCharts more;
    private final StackPane place = new StackPane();
    private final VBox node;
    private final Scroller scroll;
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private Palette palette = Palette.light();
    private @Nullable ChartData data;
    private @Nullable TimeRange asked;
    private @Nullable Background<ChartData> job;
    private @Nullable Extra extra;
    private @Nullable Background<Extra> extraJob;

    /// What is counted when the rest is there.
    private record Extra(Distributions distributions, ProcHeat heat) {}

    ChartsPage(Session session, WindowActions actions) {
        this.session = session;
        charts = new TimeCharts(session.viewport());
        more = new MoreCharts(session);
        scroll = new Scroller(new VBox(charts.node(), more.node()));
        scroll.vvalueProperty().subscribe(_ -> drawSeen());
        scroll.viewportBoundsProperty().subscribe(_ -> drawSeen());
        var bar = new ChartsBar(session, charts.markedProperty(), this::showMoment);
        node = new VBox(bar.node(), place);
        node.getStyleClass().add("page");
        VBox.setVgrow(place, Priority.ALWAYS);
        place.getChildren()
                .setAll(Empty.of("Drawing charts…", "Goroutines, heap, P utilization, pauses, latency."));
        ThemeColours.follow(session, actions, this::dress);
        settled.setOnFinished(_ -> {
            if (node.getScene() != null) {
                ask();
            }
        });
        session.viewport().visibleProperty().subscribe(_ -> settled.playFromStart());
        node.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                ask();
            }
        });
    }

    Node node() {
        return node;
    }

    /// Counts what is visible, unless that is known.
    private void ask() {
        TimeRange range = session.viewport().visible();
        if (range.equals(asked)) {
            return;
        }
        asked = range;
        Background<ChartData> before = job;
        if (before != null) {
            before.cancel();
        }
        boolean whole = range.equals(session.viewport().whole()) && !Question.small(session);
        Background<ChartData> next = Background.start("charts", progress -> {
            if (whole) {
                // that was counted while the trace was read: a coarse picture is there at once
                ChartData coarse = ChartData.withoutTasks(session.facts());
                Platform.runLater(() -> {
                    // the tab may have been closed meanwhile, and its trace with it
                    if (!progress.cancelled()) {
                        showUnlessFiner(coarse);
                    }
                });
            }
            return ChartData.of(session.facts(), range, COLUMNS);
        }, new Background.Outcome<>(this::show, this::failed, () -> {}));
        session.attach(next);
        job = next;
    }

    private void dress(Palette next) {
        palette = next;
        draw();
    }

    private void showUnlessFiner(ChartData coarse) {
        if (coarse.range().equals(asked) && data == null) {
            data = coarse;
            draw();
        }
    }

    private void show(ChartData made) {
        data = made;
        draw();
        askMore(made.range());
    }

    /// Counts what takes longer and is further down.
    private void askMore(TimeRange range) {
        Background<Extra> before = extraJob;
        if (before != null) {
            before.cancel();
        }
        Background<Extra> next = Background.start("more charts",
                _ -> new Extra(Distributions.of(session.facts(), range),
                        ProcHeat.of(session.model(), range, COLUMNS)),
                new Background.Outcome<>(made -> {
                    extra = made;
                    draw();
                }, this::failed, () -> {}));
        session.attach(next);
        extraJob = next;
    }

    private void draw() {
        ChartData known = data;
        if (known == null) {
            return;
        }
        ChartTheme theme = new ChartTheme(palette, FONT).of(session.trace());
        List<NamedChart> all = new ArrayList<>(Charts.all(known, theme));
        Extra found = extra;
        if (found != null) {
            all.add(3, Charts.heat(found.heat(), theme));
            more.show(known, found.distributions(), theme);
        }
        charts.show(all);
        if (!place.getChildren().contains(scroll)) {
            place.getChildren().setAll(scroll);
        }
    }

    private void drawSeen() {
        charts.drawSeen();
        more.drawSeen();
    }

    private void failed(Throwable error) {
        place.getChildren().setAll(Empty.of("The charts could not be drawn", String.valueOf(error.getMessage())));
    }

    /// Shows a moment of the charts in the timeline, with a twentieth of the time that they show around it.
    private void showMoment(long ns) {
        TimeRange visible = session.viewport().visible();
        session.jump(new Jump.ToRange(visible.zoomed(0.05, ns)));
    }
}
