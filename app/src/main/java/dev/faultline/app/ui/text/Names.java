package dev.faultline.app.ui.text;

import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Frame;
import dev.faultline.views.scale.GoNames;

/// What things are called in sentences.
public final class Names {
    private Names() {
    }

    /// `G 11`.
    public static String goroutine(TraceModel model, int goroutine) {
        return "G " + model.goroutines().id(goroutine);
    }

    /// `G 11 main.worker.func1`, without the function where the trace does not show it.
    public static String goroutineWithFunction(TraceModel model, int goroutine) {
        String function = model.goroutines().name(goroutine);
        return goroutine(model, goroutine) + (function.isEmpty() ? "" : " " + GoNames.withoutPath(function));
    }

    /// `call #1`.
    public static String task(Task task) {
        return (task.name().isEmpty() ? "task" : task.name()) + " #" + task.id();
    }

    /// `main.serve spans.go:222`, or the address where the trace has no symbols.
    public static String frame(Frame frame) {
        if (frame.function().isEmpty()) {
            return "0x" + Long.toHexString(frame.pc());
        }
        String place = place(frame);
        return place.isEmpty() ? frame.function() : frame.function() + " " + place;
    }

    /// A creation site `main.serve /home/u/app/spans.go:222` without the file's folders.
    public static String site(String site) {
        int space = site.lastIndexOf(' ');
        return space < 0 ? site : site.substring(0, space + 1) + GoNames.file(site.substring(space + 1));
    }

    /// `spans.go:222`, empty when unknown.
    public static String place(Frame frame) {
        if (frame.file().isEmpty()) {
            return "";
        }
        return GoNames.file(frame.file()) + (frame.line() > 0 ? ":" + frame.line() : "");
    }
}
