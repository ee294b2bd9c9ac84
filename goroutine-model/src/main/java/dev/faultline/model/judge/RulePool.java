package dev.faultline.model.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A few threads that run the rules, in the order in which they are given.
final class RulePool {
    /// More threads only wait for each other: most rules need the same facts.
    private static final int MOST = 4;

    private RulePool() {
    }

    /// The results, in the order of the pieces of work.
    ///
    /// @throws IllegalStateException when a piece of work fails
    static <T> List<T> all(List<? extends Callable<T>> work) {
        int threads = Math.min(MOST, Runtime.getRuntime().availableProcessors());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().daemon().name("faultline-rules-", 0).factory())) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rules ran", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
