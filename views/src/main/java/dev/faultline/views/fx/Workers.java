package dev.faultline.views.fx;

import dev.faultline.model.TraceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The threads behind a timeline. A small trace needs none: what a view draws from is made at once, when it is first
/// painted.
final class Workers implements AutoCloseable {
    /// Up to this many events everything is made within a frame.
    private static final int SMALL = 50_000;

    private final List<ExecutorService> services = new ArrayList<>();
    private final Executor rows;
    private final Executor sums;

    Workers(TraceModel model) {
        boolean small = model.trace().events().size() <= SMALL;
        rows = small ? Runnable::run : service("timeline rows", 1);
        sums = small ? Runnable::run : service("timeline sums", 2);
    }

    private ExecutorService service(String name, int threads) {
        ExecutorService service = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name(name).factory());
        services.add(service);
        return service;
    }

    /// Makes rows; nobody waits for sums then.
    Executor rows() {
        return rows;
    }

    /// Makes indices and sums.
    Executor sums() {
        return sums;
    }

    @Override
    public void close() {
        services.forEach(ExecutorService::shutdownNow);
    }
}
