package dev.faultline.trace.format;

import java.io.IOException;
import java.util.Objects;

/// The bytes are not what the format says. The message is one sentence for people.
public class TraceFormatException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Place place;

    /// @param expected what the format wants here
    /// @param found what stands there
    public TraceFormatException(Place place, String expected, String found) {
        super("expected " + expected + ", found " + found + " at " + place);
        this.place = place;
    }

    /// @param advice what to do about it
    public TraceFormatException(Place place, String expected, String found, String advice) {
        super("expected " + expected + ", found " + found + " at " + place + "; " + advice);
        this.place = place;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /// It tells of the file, not of the program: where in the code it came up helps nobody, and damaged files make many.
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    public Place place() {
        return place;
    }
}
