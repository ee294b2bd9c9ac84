package dev.faultline.trace.write;

/// Finds the row of a generation at which a stretch begins or ends: the first at or behind a time, or the nearest one outside
/// of the stop-the-world that this time lies in.
final class Boundary {
    private static final int NONE = -1;

    private final long wantedNs;
    private int row = NONE;
    private int pauseRow = NONE;
    private long pauseNs;
    private boolean inPause;
    private boolean moved;

    /// @param wantedNs nanoseconds by the trace's clock
    Boundary(long wantedNs) {
        this.wantedNs = wantedNs;
    }

    /// The next row, an event of a thread or a CPU sample.
    void row(int number, long ns) {
        if (row == NONE && ns >= wantedNs) {
            row = number;
            inPause = pauseRow != NONE;
        }
    }

    /// The row is one that begins a stop-the-world.
    void pauseBegins(int number, long ns) {
        pauseRow = number;
        pauseNs = ns;
    }

    /// The row is one that ends it.
    void pauseEnds(int number, long ns) {
        if (inPause) {
            leavePause(ns - wantedNs < wantedNs - pauseNs ? number + 1 : pauseRow);
        }
        pauseRow = NONE;
    }

    private void leavePause(int to) {
        row = to;
        inPause = false;
        moved = true;
    }

    /// Whether nothing that is still to come changes it.
    boolean settled() {
        return row != NONE && !inPause;
    }

    /// There are no more rows.
    void end() {
        if (inPause) {
            leavePause(pauseRow);
        }
    }

    /// Number of the first row behind it, counted from 0; -1 when all rows are before it.
    int row() {
        return row;
    }

    /// Whether a stop-the-world lay there.
    boolean moved() {
        return moved;
    }
}
