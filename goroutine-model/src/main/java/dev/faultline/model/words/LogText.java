package dev.faultline.model.words;

import dev.faultline.trace.Trace;

/// What a log message of the program says (`trace.Log`).
public final class LogText {
    private LogText() {
    }

    /// Its category, where it has one, and its message: `cache: miss`.
    ///
    /// @param row of the event
    public static String of(Trace trace, int row) {
        String category = trace.strings().get((int) trace.events().b(row));
        String message = trace.strings().get((int) trace.events().c(row));
        return category.isEmpty() ? message : category + ": " + message;
    }
}
