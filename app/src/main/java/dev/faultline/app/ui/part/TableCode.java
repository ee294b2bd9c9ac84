package dev.faultline.app.ui.part;

import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The code that a row of a table is about: the program's own frame of its stack, or of the stack at which what it is was
/// created.
final class TableCode {
    private static final double WIDTH = 560;
    private static final double BESIDE = 40;

    private final DenseTable table;
    private final TableHost host;
    private final TableRows rows;

    TableCode(DenseTable table, TableHost host, TableRows rows) {
        this.table = table;
        this.host = host;
        this.rows = rows;
    }

    /// The frames of a row's stack, innermost first; empty where none is known.
    List<Frame> stack(int place) {
        Stacks stacks = host.session().trace().stacks();
        int stack = id(place);
        return stack <= 0
                ? List.of()
                : IntStream.range(0, stacks.depth(stack)).mapToObj(d -> stacks.frame(stacks.frameId(stack, d)))
                        .toList();
    }

    /// Opens the code in the user's editor.
    void edit(int place) {
        ask(place, FrameEvent.EDITOR);
    }

    /// Shows the lines of the code beside the table.
    void show(int place) {
        ask(place, FrameEvent.LINES);
    }

    private void ask(int place, javafx.event.EventType<FrameEvent> what) {
        Frame frame = frame(place);
        if (frame == null) {
            host.actions().say("No stack is known of this row.");
        } else {
            table.node().fireEvent(new FrameEvent(what, frame, lines -> pop(frame, lines)));
        }
    }

    private @Nullable Frame frame(int place) {
        int stack = id(place);
        int own = stack <= 0 ? -1 : host.session().facts().code().ownFrame(stack);
        return own < 0 ? null : host.session().trace().stacks().frame(own);
    }

    private int id(int place) {
        var known = rows.stack();
        if (known != null) {
            return known.applyAsInt(place);
        }
        TraceModel model = host.session().model();
        return switch (table.thing(place)) {
            case Thing.Group group -> group.group().creationStack();
            case Thing.Goroutine g -> model.goroutines().creationStack(g.goroutine());
            case Thing.UserTask task -> task.task().beginStack();
            default -> 0;
        };
    }

    private void pop(Frame frame, Node lines) {
        var title = new Label(frame.function());
        title.getStyleClass().add("figure-value");
        title.setMaxWidth(WIDTH);
        var box = new VBox(6, title, lines);
        box.setPrefWidth(WIDTH);
        box.setId("table-code");
        var menu = new ContextMenu(new CustomMenuItem(box, false));
        Point2D corner = table.node().localToScreen(BESIDE, BESIDE);
        if (corner != null) {
            menu.show(table.node(), corner.getX(), corner.getY());
        }
    }
}
