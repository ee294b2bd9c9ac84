package dev.faultline.trace.order;

import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.CpuSample;

/// Takes what a [Merger] has put into order. It may throw to stop the merge.
interface Sink {
    /// An event that the state allowed; the state's row tells of it.
    void write(BatchCursor e);

    /// A CPU sample; the state's row tells of it.
    ///
    /// @param stack the trace's id of its stack
    void write(CpuSample sample, int stack);
}
