package dev.faultline.app.cli.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.ToLongFunction;

/// Works on several files at a time, as many as processors and memory allow: large ones wait until there is room.
final class SharedWork {
    /// A trace takes about so many bytes of memory for each of its own while it is looked at.
    private static final int FACTOR = 8;
    /// The unit of room: a permit each.
    private static final long MEGABYTE = 1 << 20;

    private final int threads;
    private final int permits;

    /// @param machine whose processors and heap there are
    SharedWork(Runtime machine) {
        this(machine.availableProcessors(), machine.maxMemory());
    }

    SharedWork(int threads, long memory) {
        this.threads = threads;
        permits = Math.clamp(memory / FACTOR / MEGABYTE, threads, Integer.MAX_VALUE);
    }

    /// Work that may fail to write its result.
    @FunctionalInterface
    interface Work<T> {
        void on(T item) throws IOException;
    }

    /// Does all; the order is none.
    ///
    /// @param bytes size of an item
    /// @throws IOException the first that was thrown, when all else is done
    <T> void forEach(List<T> items, ToLongFunction<T> bytes, Work<T> work) throws IOException {
        Semaphore room = new Semaphore(permits, true);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("faultline-files-", 0).factory())) {
            List<Future<?>> all = new ArrayList<>();
            for (T item : items) {
                int needed = Math.clamp(1 + bytes.applyAsLong(item) / MEGABYTE, 1, permits);
                all.add(pool.submit(() -> {
                    room.acquire(needed);
                    try {
                        work.on(item);
                    } finally {
                        room.release(needed);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException x -> throw x;
                case RuntimeException x -> throw x;
                case Error x -> throw x;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
