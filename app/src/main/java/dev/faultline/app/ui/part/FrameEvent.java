package dev.faultline.app.ui.part;

import dev.faultline.trace.event.Frame;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/// Somebody wants to see the code of a frame. Goes from the frame's line up to the window, which knows where sources lie.
public final class FrameEvent extends Event {
    private static final long serialVersionUID = 1;

    public static final EventType<FrameEvent> ANY = new EventType<>(Event.ANY, "FRAME");
    /// Its lines are wanted.
    public static final EventType<FrameEvent> LINES = new EventType<>(ANY, "FRAME_LINES");
    /// It is wanted in the user's editor.
    public static final EventType<FrameEvent> EDITOR = new EventType<>(ANY, "FRAME_EDITOR");

    private final transient Frame frame;
    private final transient Consumer<Node> show;

    /// @param show puts the lines below the frame
    FrameEvent(EventType<FrameEvent> type, Frame frame, Consumer<Node> show) {
        super(type);
        this.frame = frame;
        this.show = show;
    }

    public Frame frame() {
        return frame;
    }

    /// Puts what is found below the frame; on the UI thread.
    public void show(Node lines) {
        show.accept(lines);
    }
}
