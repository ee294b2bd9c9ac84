package dev.faultline.app.ui.part;

import dev.faultline.model.owner.Owners;
import dev.faultline.model.words.FoldedStack;
import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Frame;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
        var folded = FoldedStack.of(frames, owners, most);
        var box = new VBox();
        box.getChildren().setAll(lines(folded.shown(), owners, frames));
        for (String text : List.of(folded.innerText(), folded.outerText())) {
            if (!text.isEmpty()) {
                var more = new Hyperlink("▸ " + text);
                more.setMnemonicParsing(false);
                more.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                more.setTooltip(new Tooltip(text + "\nShow the whole stack, innermost frame first"));
                more.getStyleClass().add("evidence");
                more.setOnAction(event -> box.getChildren().setAll(lines(frames, owners, frames)));
                box.getChildren().add(more);
            }
        }
        return box;
    }

    private static List<Node> lines(List<Frame> shown, Owners owners, List<Frame> frames) {
        return shown.stream().map(frame -> line(frame, owners.maybeOwn(frame), frames)).toList();
    }

    private static Node line(Frame frame, boolean own, List<Frame> frames) {
        String function = frame.function().isEmpty() ? Places.of(frame) : frame.function();
        var name = new Label(function);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(40);
        var place = new Label(Places.fileLine(frame));
        place.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, name, place);
        line.getStyleClass().addAll("frame", own ? "own" : "library");
        Tooltip.install(line,
                new Tooltip(function + "\n" + frame.file() + (frame.line() > 0 ? ":" + frame.line() : "")
                        + "\nClick to see the code, Ctrl+click to open it in the editor"));
        line.setFocusTraversable(true);
        line.setAccessibleRole(AccessibleRole.BUTTON);
        line.setAccessibleText(function + " " + Places.fileLine(frame) + ", show the code");
        var whole = new VBox(line);
        Runnable lines = () -> toggleLines(frame, line, whole);
        Runnable editor = () -> line.fireEvent(new FrameEvent(FrameEvent.EDITOR, frame, below(whole)));
        line.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                (event.isShortcutDown() ? editor : lines).run();
            }
        });
        line.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                (event.isShortcutDown() ? editor : lines).run();
                event.consume();
            }
        });
        line.setOnContextMenuRequested(event -> menu(lines, editor, frames).show(line, event.getScreenX(),
                event.getScreenY()));
        return whole;
    }

    /// Shows the lines of code below a frame, or takes them away.
    private static void toggleLines(Frame frame, Node line, VBox whole) {
        if (whole.getChildren().size() > 1) {
            whole.getChildren().remove(1, whole.getChildren().size());
        } else {
            line.fireEvent(new FrameEvent(FrameEvent.LINES, frame, below(whole)));
        }
    }

    private static Consumer<Node> below(VBox whole) {
        return lines -> {
            whole.getChildren().remove(1, whole.getChildren().size());
            whole.getChildren().add(lines);
        };
    }

    private static ContextMenu menu(Runnable lines, Runnable editor, List<Frame> frames) {
        return new ContextMenu(item("Show the code here", lines), item("Open in the editor", editor),
                item("Copy stack", () -> SystemClipboard.put(text(frames))));
    }

    private static MenuItem item(String label, Runnable action) {
        var item = new MenuItem(label);
        item.setOnAction(event -> action.run());
        return item;
    }

    /// The stack as text, one frame a line.
    public static String text(List<Frame> frames) {
        return frames.stream()
                .map(f -> Places.of(f) + (f.file().isEmpty() ? "" : "\n\t" + f.file() + ":" + f.line()))
                .collect(Collectors.joining("\n"));
    }
}
