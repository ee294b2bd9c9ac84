package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Notice;
import dev.faultline.app.ui.command.WindowActions;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Short messages at the foot of the window; success messages disappear by themselves.
final class NoticeBar {
    private static final Duration STAY = Duration.seconds(8);

    private final WindowActions actions;
    private final HBox bar = new HBox(12);
    private final StackPane layer = new StackPane(bar);
    private final PauseTransition stay = new PauseTransition(STAY);

    NoticeBar(WindowActions actions) {
        this.actions = actions;
        bar.setId("notice");
        bar.getStyleClass().add("notice");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        layer.setPickOnBounds(false);
        layer.getStyleClass().add("notice-layer");
        stay.setOnFinished(event -> actions.noticeProperty().set(null));
        actions.noticeProperty().subscribe(this::show);
    }

    StackPane layer() {
        return layer;
    }

    private void show(@Nullable Notice notice) {
        stay.stop();
        bar.getChildren().clear();
        layer.setVisible(notice != null);
        if (notice == null) {
            return;
        }
        if (notice.kind() == Notice.Tone.BUSY) {
            var turning = new ProgressIndicator();
            turning.setPrefSize(16, 16);
            bar.getChildren().add(turning);
        }
        var sentence = new Label(notice.sentence());
        sentence.getStyleClass().add(notice.kind() == Notice.Tone.ERROR ? "notice-error" : "notice-text");
        bar.getChildren().add(sentence);
        Runnable action = notice.action();
        if (action != null) {
            var button = new Button(notice.actionLabel());
            button.setOnAction(event -> action.run());
            bar.getChildren().add(button);
        }
        if (notice.kind() != Notice.Tone.BUSY) {
            var close = new Button("×");
            close.getStyleClass().add("tab-close");
            close.setOnAction(event -> actions.noticeProperty().set(null));
            bar.getChildren().add(close);
        }
        if (notice.kind() == Notice.Tone.DONE) {
            stay.playFromStart();
        }
    }
}
