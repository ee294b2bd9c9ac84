package dev.faultline.trace.order;

import dev.faultline.trace.wire.Tables;

/// What the emulated scheduler of one generation knows.
final class SchedulerState {
    final Goroutines goroutines = new Goroutines();
    final Procs procs;
    final Threads threads;
    final Tables tables;
    final Tally tally = new Tally();
    final Row row = new Row();
    /// Bytes of the generation in the file.
    final long bytes;

    /// @param threads the writers of the generation's batches, holding nothing yet
    /// @param bytes of the generation
    SchedulerState(Tables tables, Threads threads, long bytes) {
        this.tables = tables;
        this.threads = threads;
        this.bytes = bytes;
        this.procs = new Procs(bytes);
    }
}
