package dev.faultline.views.fx;

import dev.faultline.model.TraceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The threads behind a view. A small trace needs none: what a view draws from is made at once, when it is first painted.
final class Workers implements AutoCloseable {
    /// Up to this many events everything is made within a frame.
    private static final int SMALL = 50_000;
    /// A thread that has nothing to do for so long ends.
    private static final long IDLE_S = 5;

    private final List<ThreadPoolExecutor> services = new ArrayList<>();
    private final Executor rows;
    private final Executor sums;
    private volatile boolean closed;

    Workers(TraceModel model) {
        boolean small = model.trace().events().size() <= SMALL;
        rows = small ? Runnable::run : service("rows of a view", 1);
        // one core is left to the UI thread
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, 1, 2);
        sums = small ? Runnable::run : service("sums of a view", threads);
    }

    /// @param rows makes rows
    /// @param sums makes indices and sums
    Workers(Executor rows, Executor sums) {
        this.rows = rows;
        this.sums = sums;
    }

    private Executor service(String name, int threads) {
        ThreadPoolExecutor service = new ThreadPoolExecutor(threads, threads, IDLE_S, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), LowPriority.threads(name));
        service.allowCoreThreadTimeOut(true);
        services.add(service);
        return task -> {
            if (!closed) {
                service.execute(() -> run(task));
            }
        };
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // the trace may be closed by now: then nothing waits for it
            if (!closed) {
                throw e;
            }
        }
    }

    /// Makes rows; nothing waits for sums then.
    Executor rows() {
        return rows;
    }

    /// Makes indices and sums.
    Executor sums() {
        return sums;
    }

    @Override
    public void close() {
        closed = true;
        services.forEach(ThreadPoolExecutor::shutdownNow);
    }
}
