package dev.faultline.app.ui.session;

import dev.faultline.trace.column.StorageException;
import dev.faultline.trace.format.TraceFormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Turns an error while opening a file into one sentence and a next step.
final class Failure {
    private static final String MAKE_ONE = "A trace is what runtime/trace.Start, go test -trace or /debug/pprof/trace"
            + " writes.";

    private Failure() {
    }

    static TabState.Failed of(Path file, Throwable error) {
        return switch (error) {
            case NoSuchFileException e -> new TabState.Failed("No such file: " + file + ".",
                    "It may have been moved or deleted.");
            case AccessDeniedException e -> new TabState.Failed("No permission to read " + file + ".",
                    "Check the file's permissions.");
            case IOException e when Files.isDirectory(file) -> new TabState.Failed(file + " is a folder, not a trace.",
                    "Open or drop the trace files inside it.");
            case TraceFormatException e -> new TabState.Failed("Not a readable trace: " + said(e),
                    MAKE_ONE);
            case IOException e -> new TabState.Failed("The file could not be read: " + said(e), MAKE_ONE);
            case StorageException e -> new TabState.Failed("Not enough memory or disk space for this trace: " + said(e),
                    "Close other traces or free disk space.");
            case OutOfMemoryError e -> new TabState.Failed("The trace does not fit into memory.",
                    "Close other traces, or give Faultline more memory with -Xmx.");
            default -> new TabState.Failed("The file could not be opened: " + said(error),
                    "This is a bug in Faultline, not in your file; other traces are not affected.");
        };
    }

    private static String said(Throwable error) {
        String message = error.getMessage();
        String text = message == null || message.isBlank() ? error.getClass().getSimpleName() : message.strip();
        return text.endsWith(".") ? text : text + ".";
    }
}
