package dev.faultline.trace.write;

import dev.faultline.trace.format.EventTable;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.RawBatch;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TableReader;
import dev.faultline.trace.wire.TableRecords;
import dev.faultline.trace.wire.TraceFile;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a sound generation whole: its bytes as they are, but for its names when they are to be others.
record GenerationCopy(TraceFile file, RawGeneration generation, List<RawBatch> batches) {
    /// @param disguise null to keep names
    void writeTo(TraceOutput out, @Nullable Disguise disguise, Runnable watch) throws IOException {
        if (disguise == null) {
            out.copy(file, generation.offset(), generation.end());
            return;
        }
        NameTables names = new NameTables(TableRecords.read(file, generation.batches()), disguise);
        refer(names, watch);
        for (RawBatch raw : batches) {
            switch (raw.batch().kind()) {
                case EVENTS, SYNC, CPU_SAMPLES -> out.copy(file, raw.start(), raw.end());
                case EXPERIMENTAL ->
                    ExperimentTables.write(file, raw, generation.number(), raw.batch().time(), disguise, out);
                case STRINGS, STACKS -> {
                    // other ones follow
                }
            }
        }
        // the earliest time of a batch is the trace's time 0, and that batch may be a table
        names.writeTo(out, generation.number(), generation.minTime());
        out.end(file);
    }

    private void refer(NameTables names, Runnable watch) throws IOException {
        long[] args = new long[4];
        for (RawBatch raw : batches) {
            if (raw.batch().kind() == Batch.Kind.EVENTS) {
                watch.run();
                BatchCursor e = new BatchCursor(file, generation.number(), generation.maxTime(), raw.batch().thread(),
                        -1);
                e.add(raw.batch());
                while (e.next()) {
                    args[0] = e.arg0();
                    args[1] = e.arg1();
                    args[2] = e.arg2();
                    args[3] = e.arg3();
                    names.refer(e.typeId(), args, EventTable.timedArgs(e.typeId()));
                }
            }
        }
        TableReader.read(file, generation).samples().forEach(s -> names.stack(s.stack()));
    }
}
