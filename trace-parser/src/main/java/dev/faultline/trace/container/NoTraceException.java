package dev.faultline.trace.container;

import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;

/// An archive that can be read and holds no trace.
public final class NoTraceException extends TraceFormatException {
    private static final long serialVersionUID = 1;

    NoTraceException(String found) {
        super(Place.at(0), "an archive with a Go execution trace", found);
    }
}
