package dev.faultline.trace;

import dev.faultline.trace.order.OrderedGeneration;
import dev.faultline.trace.progress.Progress;
import dev.faultline.trace.store.TraceStore;
import dev.faultline.trace.wire.BatchScanner;
import dev.faultline.trace.wire.Frequencies;
import dev.faultline.trace.wire.LastEvent;
import dev.faultline.trace.wire.RawGeneration;
import dev.faultline.trace.wire.TraceFile;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Reads a trace of Go 1.22 or later: finds the batches, has the generations ordered by several threads at once, and
/// stitches them together in their order.
record V2Reader(String name, TraceFile file, Progress progress, RowListener listener) {
    Trace read(TraceStore store) {
        try (file) {
            List<RawGeneration> generations = BatchScanner.scan(file);
            Stitcher stitcher = new Stitcher(file, listener, LastEvent.time(file, generations), store);
            GenerationWork work = new GenerationWork(file, stitcher.parts(),
                    Frequencies.mostFrequent(file, generations), progress);
            file.release(0, file.size());
            run(generations, work, stitcher);
            return stitcher.trace(name);
        }
    }

    private void run(List<RawGeneration> generations, GenerationWork work, Stitcher stitcher) {
        int workers = Math.clamp(generations.size(), 1, Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(workers, GenerationWork::thread)) {
            try {
                List<Future<OrderedGeneration>> ordered = generations.stream().map(g -> pool.submit(work.of(g)))
                        .toList();
                for (Future<OrderedGeneration> next : ordered) {
                    OrderedGeneration generation = next.get();
                    work.take(() -> stitcher.append(generation));
                }
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } finally {
                work.stop();
                pool.shutdownNow();
            }
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
