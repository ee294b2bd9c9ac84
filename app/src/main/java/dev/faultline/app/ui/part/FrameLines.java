package dev.faultline.app.ui.part;

import dev.faultline.model.owner.Owners;
import dev.faultline.model.words.FoldedStack;
import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Frame;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A stack as lines: own frames bold, library frames dim.
public final class FrameLines {
    private FrameLines() {
    }

    /// One line a frame, from the program's own outwards; what that called is one line that unfolds into the whole stack.
    ///
    /// @param most number of frames to show until it is unfolded
    public static VBox of(List<Frame> frames, Owners owners, int most) {
        var menu = copyMenu(frames);
        var folded = FoldedStack.of(frames, owners, most);
        var box = new VBox();
        box.getChildren().setAll(lines(folded.shown(), owners, menu));
        for (String text : List.of(folded.innerText(), folded.outerText())) {
            if (!text.isEmpty()) {
                var more = new Hyperlink("▸ " + text);
                more.setMnemonicParsing(false);
                more.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                more.setTooltip(new Tooltip(text + "\nShow the whole stack, innermost frame first"));
                more.getStyleClass().add("evidence");
                more.setOnAction(event -> box.getChildren().setAll(lines(frames, owners, menu)));
                box.getChildren().add(more);
            }
        }
        return box;
    }

    private static List<Node> lines(List<Frame> frames, Owners owners, ContextMenu menu) {
        return frames.stream().map(frame -> line(frame, owners.maybeOwn(frame), menu)).toList();
    }

    private static Node line(Frame frame, boolean own, ContextMenu menu) {
        String function = frame.function().isEmpty() ? Places.of(frame) : frame.function();
        var name = new Label(function);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(40);
        var place = new Label(Places.fileLine(frame));
        place.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, name, place);
        line.getStyleClass().addAll("frame", own ? "own" : "library");
        Tooltip.install(line,
                new Tooltip(function + "\n" + frame.file() + (frame.line() > 0 ? ":" + frame.line() : "")));
        line.setOnContextMenuRequested(event -> menu.show(line, event.getScreenX(), event.getScreenY()));
        return line;
    }

    private static ContextMenu copyMenu(List<Frame> frames) {
        var copy = new MenuItem("Copy stack");
        copy.setOnAction(event -> {
            SystemClipboard.put(text(frames));
        });
        return new ContextMenu(copy);
    }

    /// The stack as text, one frame a line.
    public static String text(List<Frame> frames) {
        return frames.stream()
                .map(f -> Places.of(f) + (f.file().isEmpty() ? "" : "\n\t" + f.file() + ":" + f.line()))
                .collect(Collectors.joining("\n"));
    }
}
