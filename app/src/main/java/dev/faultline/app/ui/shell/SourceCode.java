package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.FrameEvent;
import dev.faultline.app.ui.session.SourceSettings;
import dev.faultline.trace.event.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows the code of a frame below it, or opens it in the user's editor.
final class SourceCode {
    /// Lines above and below the frame's own.
    private static final int AROUND = 3;

    private final WindowActions actions;
    private final SourceSettings sources;

    private SourceCode(WindowActions actions) {
        this.actions = actions;
        sources = actions.preferences().sources();
    }

    static void install(Node root, WindowActions actions) {
        var code = new SourceCode(actions);
        root.addEventHandler(FrameEvent.LINES, code::lines);
        root.addEventHandler(FrameEvent.EDITOR, code::edit);
    }

    private void edit(FrameEvent event) {
        Frame frame = event.frame();
        if (sources.editor().isEmpty()) {
            actions.overlayProperty().set(WindowActions.Overlay.EDITOR);
        } else {
            sources.find(frame).ifPresentOrElse(path -> actions.edit(path, frame.line()),
                    () -> event.show(missing(frame)));
        }
        event.consume();
    }

    private void lines(FrameEvent event) {
        Frame frame = event.frame();
        // the file may lie on a slow disk
        Thread.ofVirtual().name("read source").start(() -> {
            Node shown = sources.find(frame).map(path -> code(path, frame)).orElseGet(() -> missing(frame));
            Platform.runLater(() -> event.show(shown));
        });
        event.consume();
    }

    private Node missing(Frame frame) {
        var words = new Label(frame.file().isEmpty()
                ? "The trace does not say in which file this is."
                : frame.file() + " is not here.");
        words.getStyleClass().add("dim");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        var settings = new Hyperlink("Say where the sources are…");
        settings.setOnAction(event -> actions.overlayProperty().set(WindowActions.Overlay.EDITOR));
        return box(words, settings);
    }

    private Node code(Path path, Frame frame) {
        int first = Math.max(1, frame.line() - AROUND);
        List<String> lines;
        try (Stream<String> all = Files.lines(path, StandardCharsets.UTF_8)) {
            lines = all.skip(first - 1L).limit(2L * AROUND + 1).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return box(new Label("The file cannot be read: " + e.getMessage()));
        }
        var box = box();
        for (int i = 0; i < lines.size(); i++) {
            var number = new Label(Integer.toString(first + i));
            number.getStyleClass().add("source-number");
            var text = new Label(lines.get(i).replace("\t", "    "));
            text.setMinWidth(Region.USE_PREF_SIZE);
            var line = new HBox(8, number, text);
            line.getStyleClass().add(first + i == frame.line() ? "source-marked" : "source-line");
            box.getChildren().add(line);
        }
        if (lines.size() + first <= frame.line()) {
            box.getChildren().add(new Label("The file ends before line " + frame.line() + ": it is another version."));
        }
        var editor = new Hyperlink("Open in the editor");
        editor.setOnAction(event -> {
            if (sources.editor().isEmpty()) {
                actions.overlayProperty().set(WindowActions.Overlay.EDITOR);
            } else {
                actions.edit(path, frame.line());
            }
        });
        box.getChildren().add(editor);
        return box;
    }

    private static VBox box(Node... content) {
        var box = new VBox(content);
        box.getStyleClass().add("source");
        box.setMinWidth(0);
        var clip = new javafx.scene.shape.Rectangle();
        clip.widthProperty().bind(box.widthProperty());
        clip.heightProperty().bind(box.heightProperty());
        box.setClip(clip);
        return box;
    }
}
