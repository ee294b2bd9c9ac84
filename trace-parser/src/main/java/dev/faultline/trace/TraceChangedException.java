package dev.faultline.trace;

/// The file of a trace was changed after it was opened and before its rows were read. Opening it again gives what it holds
/// now.
public final class TraceChangedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "the trace's file was changed while it was open";

    TraceChangedException() {
        super(MESSAGE);
    }

    TraceChangedException(Throwable cause) {
        super(MESSAGE, cause);
    }
}
