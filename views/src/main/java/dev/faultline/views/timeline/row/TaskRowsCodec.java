package dev.faultline.views.timeline.row;

import dev.faultline.model.TraceModel;
import dev.faultline.trace.store.Codec;
import dev.faultline.trace.store.PartReader;
import dev.faultline.trace.store.PartWriter;
import java.io.IOException;

/// Keeps the order of the rows of tasks.
///
/// @param model of the tasks
record TaskRowsCodec(TraceModel model) implements Codec<TaskRows> {
    @Override
    public void write(PartWriter to, TaskRows rows) throws IOException {
        to.text(rows.name());
        to.number(rows.outlived());
        to.number(rows.open());
        to.ints(rows.order);
        to.longs(rows.ids);
        to.longs(rows.workEndNs);
    }

    @Override
    public TaskRows read(PartReader from) throws IOException {
        return new TaskRows(model, from.text(), from.integer(), from.integer(), from.ints(), from.longs(),
                from.longs());
    }
}
