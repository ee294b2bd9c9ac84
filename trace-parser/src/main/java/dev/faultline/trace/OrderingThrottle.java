package dev.faultline.trace;

import dev.faultline.trace.order.OrderedGeneration;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// Shares the cores among the threads that order generations and the one that takes the ordered ones.
///
/// Ordering is done by as many threads as there are cores, so with the taking one there is one too many. Generations are
/// taken one after the other, which is what everything ends up waiting for: if it had to compete for a core it would fall
/// behind, and in the end go on alone. So while a generation is being taken, the latest of those being ordered pauses; the
/// earliest, which is taken next, never does.
final class OrderingThrottle {
    private final int cores;
    private final TreeSet<Integer> ordering = new TreeSet<>();
    private volatile boolean taking;
    private volatile boolean over;

    /// @param cores at least 1
    OrderingThrottle(int cores) {
        this.cores = cores;
    }

    /// Orders a generation.
    ///
    /// @param work calls [#pause] every few milliseconds
    OrderedGeneration ordering(int generation, Supplier<OrderedGeneration> work) {
        begin(generation);
        try {
            return work.get();
        } finally {
            end(generation);
        }
    }

    private synchronized void begin(int generation) {
        ordering.add(generation);
    }

    private synchronized void end(int generation) {
        ordering.remove(generation);
        notifyAll();
    }

    /// Runs what takes a generation.
    void take(Runnable work) {
        taking = true;
        try {
            work.run();
        } finally {
            resume();
        }
    }

    private synchronized void resume() {
        taking = false;
        notifyAll();
    }

    /// Nobody pauses any more.
    synchronized void finish() {
        over = true;
        notifyAll();
    }

    /// Called by who orders a generation: returns when there is a core for it.
    void pause(int generation) {
        if (taking && !over) {
            await(generation);
        }
    }

    private synchronized void await(int generation) {
        try {
            while (taking && !over && ordering.headSet(generation).size() >= Math.max(1, cores - 1)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
