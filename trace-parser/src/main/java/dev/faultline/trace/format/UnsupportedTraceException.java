package dev.faultline.trace.format;

/// A Go execution trace, but of a kind that is not read.
public final class UnsupportedTraceException extends TraceFormatException {
    private static final long serialVersionUID = 1;

    public UnsupportedTraceException(Place place, String expected, String found) {
        super(place, expected, found);
    }
}
