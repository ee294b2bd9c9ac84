package dev.faultline.trace.event;

import java.util.List;

/// The packed rows of one generation, ready for [EventStore#append].
public final class Rows {
    private final List<Columns> blocks;
    private final int count;

    Rows(List<Columns> blocks, int count) {
        this.blocks = blocks;
        this.count = count;
    }

    List<Columns> blocks() {
        return blocks;
    }

    public int count() {
        return count;
    }
}
