package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.SystemClipboard;
import dev.faultline.app.ui.session.Samples;
import java.nio.file.Path;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The window without a trace: what a trace is, how to open one or record one, recent files, samples.
final class StartController {
    private static final int SHOWN = 5;
    /// Px for a sample's title.
    private static final double TITLE = 110;
    private static final List<String> COMMANDS = List.of("go test -trace run.trace ./...",
            "curl -o run.trace 'http://localhost:6060/debug/pprof/trace?seconds=5'",
            "f, _ := os.Create(\"run.trace\"); trace.Start(f); defer trace.Stop()");
    private static final List<String> ABOUT = List.of("of a package's tests",
            "of a server that imports net/http/pprof", "of any part of a program, with runtime/trace");

    private final WindowActions actions;
    private final Node node;

    @FXML
    private Button open;
    @FXML
    private VBox recent;
    @FXML
    private VBox files;
    @FXML
    private VBox samples;
    @FXML
    private VBox how;

    @SuppressWarnings("NullAway.Init")
    StartController(WindowActions actions) {
        this.actions = actions;
        node = Fxml.load("start.fxml", this);
    }

    Node node() {
        return node;
    }

    @FXML
    private void initialize() {
        open.setOnAction(event -> actions.open());
        List<Path> latest = actions.preferences().recent();
        files.getChildren().setAll(latest.stream().limit(SHOWN).map(this::link).toList());
        recent.setVisible(!latest.isEmpty());
        recent.setManaged(!latest.isEmpty());
        Samples.all().forEach(sample -> samples.getChildren().add(line(sample)));
        for (int i = 0; i < COMMANDS.size(); i++) {
            how.getChildren().add(command(COMMANDS.get(i), ABOUT.get(i)));
        }
    }

    private Node line(Samples.Sample sample) {
        var link = new Hyperlink(sample.title());
        link.setId("sample-" + sample.file());
        link.setPrefWidth(TITLE);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setWrapText(true);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setOnAction(event -> actions.openSample(sample));
        var sentence = new Label(sample.sentence());
        sentence.getStyleClass().add("dim");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        return new HBox(8, link, sentence);
    }

    /// A command with a button that copies it.
    private Node command(String text, String about) {
        var code = new Label(text);
        code.getStyleClass().add("code");
        code.setWrapText(true);
        code.setMinHeight(Region.USE_PREF_SIZE);
        code.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(code, Priority.ALWAYS);
        var copy = new Button("Copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText("Copy " + text);
        copy.setOnAction(event -> {
            SystemClipboard.put(text);
            actions.say("Copied.");
        });
        var words = new Label(about);
        words.getStyleClass().add("dim");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(2, words, new HBox(8, code, copy));
    }

    private Node link(Path file) {
        Path name = file.getFileName();
        var link = new Hyperlink(name == null ? file.toString() : name.toString());
        link.setMnemonicParsing(false);
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setTooltip(new Tooltip(file.toString()));
        link.setOnAction(event -> actions.workspace().open(List.of(file)));
        String path = String.valueOf(file.getParent());
        var folder = new Label(path);
        folder.getStyleClass().add("dim");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        folder.setTooltip(new Tooltip(path));
        folder.setMinWidth(0);
        return new HBox(8, link, folder);
    }
}
