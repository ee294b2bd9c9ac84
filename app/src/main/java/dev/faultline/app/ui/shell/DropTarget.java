package dev.faultline.app.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Accepts files dropped on the window.
final class DropTarget {
    private DropTarget() {
    }

    static void install(StackPane root, Consumer<List<Path>> open) {
        var words = new Label();
        words.getStyleClass().add("drop-words");
        var sign = new StackPane(words);
        sign.setId("drop-sign");
        sign.getStyleClass().add("drop-sign");
        sign.setMouseTransparent(true);
        sign.setVisible(false);
        root.getChildren().add(sign);
        root.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                List<File> files = event.getDragboard().getFiles();
                words.setText(files.size() == 1
                        ? "Drop to open " + files.getFirst().getName()
                        : "Drop to open " + files.size() + " traces");
                sign.setVisible(true);
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                event.consume();
            }
        });
        root.addEventFilter(DragEvent.DRAG_EXITED_TARGET, event -> {
            if (event.getTarget() == root) {
                sign.setVisible(false);
            }
        });
        root.addEventHandler(DragEvent.DRAG_EXITED, event -> sign.setVisible(false));
        root.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            sign.setVisible(false);
            boolean files = event.getDragboard().hasFiles();
            event.setDropCompleted(files);
            if (files) {
                open.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
                event.consume();
            }
        });
    }
}
