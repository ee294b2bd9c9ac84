package dev.faultline.trace;

import dev.faultline.trace.event.Clock;
import dev.faultline.trace.order.GenerationOrderer;
import dev.faultline.trace.order.OrderedGeneration;
import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TableReader;
import dev.faultline.trace.wire.Tables;
import dev.faultline.trace.wire.TraceFile;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// What is to be done for one generation, as a task for a pool. Tasks must be started in the order of their generations:
/// each waits until those before it have entered their texts and stacks, which they do first of all.
final class GenerationWork {
    private final TraceFile file;
    private final RowListener.Parts parts;
    private final Progress progress;
    private final Clock clock;
    private final OrderingThrottle throttle = new OrderingThrottle(Runtime.getRuntime().availableProcessors());
    private final AtomicLong bytesDone = new AtomicLong();
    private volatile boolean stopped;
    private int made;
    /// The task whose turn it is to enter its texts and stacks.
    private int turn;

    GenerationWork(TraceFile file, RowListener.Parts parts, Clock clock, Progress progress) {
        this.file = file;
        this.parts = parts;
        this.progress = progress;
        this.clock = clock;
    }

    static Thread thread(Runnable task) {
        return Thread.ofPlatform().name("trace-reader").daemon().unstarted(task);
    }

    /// The task of the next generation.
    Callable<OrderedGeneration> of(RawGeneration generation) {
        int number = made++;
        return () -> order(number, generation);
    }

    /// Runs what takes an ordered generation, at the expense of the tasks.
    void take(Runnable taking) {
        throttle.take(taking);
    }

    /// Makes all tasks end soon.
    synchronized void stop() {
        stopped = true;
        notifyAll();
        throttle.finish();
    }

    private OrderedGeneration order(int number, RawGeneration generation) throws InterruptedException {
        watch();
        Tables tables = TableReader.read(file, generation);
        enter(number, tables);
        OrderedGeneration ordered = throttle.ordering(number,
                () -> new GenerationOrderer(generation, tables, clock).order(file, parts.store(), () -> watch(number)));
        file.release(generation.offset(), generation.end());
        long done = bytesDone.addAndGet(generation.end() - generation.offset());
        progress.update(Phase.READING, done, file.size());
        return ordered;
    }

    private void watch(int number) {
        throttle.pause(number);
        watch();
    }

    private void watch() {
        if (stopped || progress.cancelled()) {
            throw new CancellationException("reading was cancelled");
        }
    }

    private synchronized void enter(int number, Tables tables) throws InterruptedException {
        while (turn != number) {
            if (stopped) {
                throw new CancellationException("reading was cancelled");
            }
            wait();
        }
        tables.intern(parts.strings(), parts.stacks());
        turn++;
        notifyAll();
    }
}
