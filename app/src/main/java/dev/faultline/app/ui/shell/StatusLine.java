package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.session.Workspace;
import dev.faultline.app.ui.text.StatusWords;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The status line: which trace this is and what is missing; the visible range, its wall-clock time, memory in use.
final class StatusLine {
    private static final Duration MEMORY_EVERY = Duration.seconds(2);

    private static final Tooltip MEMORY = new Tooltip(
            "Memory that Faultline holds: its code, the open traces, and room for "
                    + "more.\nWhat closed traces used is given back within ten seconds after the last one is closed.");

    private final Workspace workspace;
    private final Label left;
    private final Label right;
    private Subscription watching = Subscription.EMPTY;
    private @Nullable Session session;

    StatusLine(Workspace workspace, Label left, Label right) {
        this.workspace = workspace;
        this.left = left;
        this.right = right;
    }

    void start() {
        workspace.sessionProperty().subscribe(this::show);
        workspace.stateProperty().subscribe(_ -> show(session));
        var clock = new Timeline(new KeyFrame(MEMORY_EVERY, event -> showRange()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private void show(@Nullable Session now) {
        watching.unsubscribe();
        session = now;
        left.setText(now == null ? withoutTrace() : StatusWords.trace(now.model()));
        left.setTooltip(now == null ? null : new Tooltip(StatusWords.traceInFull(now.model())));
        watching = now == null
                ? Subscription.EMPTY
                : now.viewport().visibleProperty().subscribe(range -> showRange());
        showRange();
    }

    private String withoutTrace() {
        return workspace.stateProperty().getValue() instanceof TabState.Comparing(var traces)
                ? "Comparing " + traces.before().title() + " with " + traces.after().title()
                : "No trace open";
    }

    private void showRange() {
        Session now = session;
        right.setText((now == null ? "" : StatusWords.visible(now.model(), now.viewport().visible()) + " · ")
                + StatusWords.memory());
        right.setTooltip(MEMORY);
    }
}
