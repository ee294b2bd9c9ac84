package dev.faultline.trace.progress;

/// What long work does.
public enum Phase {
    /// Nothing yet.
    STARTING("starting", Unit.NOTHING),
    /// Looks what a file is, and unpacks it when it is compressed or an archive.
    UNPACKING("reading the file", Unit.BYTES),
    /// Reads the trace.
    READING("reading the trace", Unit.BYTES),
    /// Puts events into order.
    ORDERING("ordering events", Unit.EVENTS),
    /// Writes ordered events to columns.
    STORING("storing events", Unit.EVENTS),
    /// Replays the events.
    RECONSTRUCTING("reconstructing goroutines", Unit.EVENTS),
    /// Writes a trace.
    WRITING("writing the trace", Unit.BYTES);

    /// What is counted while it goes on.
    public enum Unit {
        NOTHING, BYTES, EVENTS
    }

    private final String label;
    private final Unit unit;

    Phase(String label, Unit unit) {
        this.label = label;
        this.unit = unit;
    }

    /// In lower case: `reading the trace`.
    public String label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }
}
