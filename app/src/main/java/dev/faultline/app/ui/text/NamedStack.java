package dev.faultline.app.ui.text;

import dev.faultline.trace.event.Frame;
import java.util.List;

/// A stack with its title.
///
/// @param title such as `Stack at the start of the wait`
/// @param frames innermost first
public record NamedStack(String title, List<Frame> frames) {
    public NamedStack {
        frames = List.copyOf(frames);
    }
}
