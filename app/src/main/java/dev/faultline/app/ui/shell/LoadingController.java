package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.EarlyPictures;
import dev.faultline.app.ui.session.OpenedFile;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.text.Progressing;
import dev.faultline.app.ui.work.Background;
import dev.faultline.app.ui.work.WorkProgress;
import dev.faultline.views.fx.EarlyView;
import dev.faultline.views.timeline.early.EarlyPicture;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A tab whose file is being read: progress, time left, cancel.
final class LoadingController {
    private final String name;
    private final Background<OpenedFile> job;
    private final EarlyPictures pictures;
    private final WindowActions actions;
    private final Node node;
    private @Nullable EarlyView view;

    @FXML
    private Label title;
    @FXML
    private ProgressBar bar;
    @FXML
    private Label phase;
    @FXML
    private Label figures;
    @FXML
    private Button cancel;
    @FXML
    private VBox root;

    @SuppressWarnings("NullAway.Init")
    LoadingController(WindowActions actions, String name, TabState.Loading loading) {
        this.actions = actions;
        this.name = name;
        job = loading.job();
        pictures = loading.early();
        node = Fxml.load("loading.fxml", this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        title.setText("Opening " + name);
        cancel.setOnAction(event -> job.cancel());
        cancel.setCancelButton(true);
        job.stepProperty().subscribe(this::show);
        pictures.latestProperty().subscribe(this::show);
    }

    private void show(@Nullable EarlyPicture picture) {
        if (picture == null) {
            return;
        }
        EarlyView now = view;
        if (now == null) {
            now = new EarlyView();
            now.setPalette(
                    ThemeColours.palette(actions.preferences().themeProperty().get()));
            VBox.setVgrow(now, Priority.ALWAYS);
            root.getChildren().add(now);
            view = now;
        }
        now.show(picture);
    }

    private void show(WorkProgress step) {
        bar.setProgress(step.fraction());
        phase.setText(Progressing.phase(step));
        figures.setText(Progressing.figures(step));
    }
}
