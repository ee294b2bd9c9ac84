package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.session.OpenedFile;
import dev.faultline.app.ui.text.Progressing;
import dev.faultline.app.ui.work.Background;
import dev.faultline.app.ui.work.Step;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/// A tab whose file is being read: how far it is, how long it will take, and a way out.
final class LoadingController {
    private final String name;
    private final Background<OpenedFile> job;
    private final Node node;

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

    @SuppressWarnings("NullAway.Init")
    LoadingController(String name, Background<OpenedFile> job) {
        this.name = name;
        this.job = job;
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
    }

    private void show(Step step) {
        bar.setProgress(step.fraction());
        phase.setText(Progressing.phase(step));
        figures.setText(Progressing.figures(step));
    }
}
