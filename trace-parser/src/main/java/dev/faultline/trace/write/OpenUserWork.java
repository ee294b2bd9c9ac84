package dev.faultline.trace.write;

import dev.faultline.trace.format.EventType;
import dev.faultline.trace.format.GoStatus;
import dev.faultline.trace.wire.Batch;
import dev.faultline.trace.wire.BatchCursor;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TraceFile;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts tasks and regions that began and did not end. Shown events thread by thread, not in their order, it is sure of
/// tasks and of what a goroutine began and ended within a generation.
final class OpenUserWork {
    private static final long NOBODY = 0;

    private final LongOpenHashSet begun = new LongOpenHashSet();
    private final LongOpenHashSet ended = new LongOpenHashSet();
    /// By goroutine: regions begun less regions ended.
    private final Long2IntOpenHashMap regions = new Long2IntOpenHashMap();

    private final LongOpenHashSet exited = new LongOpenHashSet();

    /// Shows all events of a generation.
    void generation(TraceFile file, RawGeneration generation) {
        Map<Long, BatchCursor> streams = new LinkedHashMap<>();
        for (Batch batch : generation.batches()) {
            if (batch.kind() == Batch.Kind.EVENTS && batch.thread() != Batch.NO_THREAD) {
                streams.computeIfAbsent(batch.thread(),
                        thread -> new BatchCursor(file, generation.number(), generation.maxTime(), thread, 0))
                        .add(batch);
            }
        }
        streams.forEach(this::stream);
        settle();
    }

    private void stream(long thread, BatchCursor e) {
        long on = NOBODY;
        while (e.next()) {
            event(e.typeId(), e.arg0(), on);
            switch (e.type()) {
                case GO_START, GO_CREATE_SYSCALL, GO_SWITCH, GO_SWITCH_DESTROY -> on = e.arg0();
                case GO_STOP, GO_BLOCK, GO_DESTROY, GO_DESTROY_SYSCALL, GO_SYSCALL_END_BLOCKED -> on = NOBODY;
                case GO_STATUS, GO_STATUS_STACK -> on = isOn(thread, e) ? e.arg0() : on;
                default -> {
                    // stays where it is
                }
            }
        }
    }

    private static boolean isOn(long thread, BatchCursor status) {
        return status.arg2() == GoStatus.RUNNING.ordinal()
                || status.arg2() == GoStatus.SYSCALL.ordinal() && status.arg1() == thread;
    }

    /// Shows an event.
    ///
    /// @param arg0 its first argument
    /// @param goroutine id of the one on its thread, 0 for none
    void event(int type, long arg0, long goroutine) {
        switch (EventType.ofId(type)) {
            case USER_TASK_BEGIN -> begun.add(arg0);
            case USER_TASK_END -> ended.add(arg0);
            case USER_REGION_BEGIN -> regions.addTo(goroutine, 1);
            case USER_REGION_END -> regions.addTo(goroutine, -1);
            case GO_DESTROY, GO_DESTROY_SYSCALL, GO_SWITCH_DESTROY -> exited.add(goroutine);
            case null, default -> {
                // no work of the user
            }
        }
    }

    /// Ends a part of the trace: regions end with their goroutine, and those that ended without a begin began before the
    /// trace.
    void settle() {
        regions.keySet().removeIf(exited::contains);
        regions.values().removeIf(n -> n <= 0);
        begun.removeAll(ended);
        exited.clear();
        ended.clear();
    }

    long tasks() {
        return begun.size();
    }

    long regions() {
        return regions.values().intStream().asLongStream().sum();
    }
}
