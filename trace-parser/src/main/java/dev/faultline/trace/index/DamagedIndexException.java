package dev.faultline.trace.index;

/// What was kept of a trace is not what was written. It has been deleted: reading the trace once more gives all of it.
public final class DamagedIndexException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedIndexException() {
        super("what was kept of the trace in the cache folder is damaged; it was deleted");
    }
}
