package dev.faultline.model.words;

import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;

/// What goroutines, Ps and tasks are called. `G42` and `P3` are the short forms of Go's own scheduler trace.
public final class Names {
    private Names() {
    }

    /// For tables, labels and titles: `G42`.
    ///
    /// @param id as Go numbers goroutines
    public static String goroutine(long id) {
        return "G" + id;
    }

    /// For tables, labels and titles: `G42`.
    ///
    /// @param goroutine its index in the model
    public static String goroutine(TraceModel model, int goroutine) {
        return goroutine(model.goroutines().id(goroutine));
    }

    /// In a sentence: `goroutine 42`.
    ///
    /// @param id as Go numbers goroutines
    public static String goroutineInWords(long id) {
        return "goroutine " + id;
    }

    /// `G42 main.worker.func1`, without the function where the trace does not show it.
    ///
    /// @param goroutine its index in the model
    public static String goroutineWithFunction(TraceModel model, int goroutine) {
        String function = model.goroutines().name(goroutine);
        return goroutine(model, goroutine) + (function.isEmpty() ? "" : " " + GoNames.withoutPath(function));
    }

    /// An entry function for people: without the path of its package, or `unknown function`.
    public static String function(String function) {
        return function.isEmpty() ? "unknown function" : GoNames.withoutPath(function);
    }

    /// `P3`.
    public static String proc(int proc) {
        return "P" + proc;
    }

    /// `call #1`.
    public static String task(Task task) {
        return task(task.name(), task.id());
    }

    /// How long a task took: `30.6 ms`, `14.6 ms, not ended`, `ended before the range`.
    public static String taskTime(Task task) {
        if (task.endedBefore()) {
            return "ended before the range";
        }
        return Units.duration(task.durationNs()) + (task.ended() ? "" : ", not ended");
    }

    /// `call #1`, `task #1` where the trace does not name it.
    public static String task(String name, long id) {
        return (name.isEmpty() ? "task" : name) + " #" + id;
    }
}
