package dev.faultline.app.ui;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Starts JavaFX once for all UI tests and runs steps on its thread. Each step is followed by two pulses, so that what
/// it changed is laid out before the next.
public final class Fx implements BeforeAllCallback, AfterEachCallback {
    /// Seconds that anything may take before a test fails: many times what it takes on a machine that has other work.
    static final long PATIENCE_S = 300;
    /// What nobody caught on the UI thread; it fails the test in which it happened.
    private static final Queue<Throwable> FAILURES = new ConcurrentLinkedQueue<>();
    private static boolean started;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Throwable error = FAILURES.poll();
        FAILURES.clear();
        if (error != null) {
            throw new AssertionError("the UI thread failed", error);
        }
    }

    static synchronized void start() throws Exception {
        if (!started) {
            started = true;
            var ready = new CountDownLatch(1);
            Platform.startup(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> FAILURES.add(error));
                ready.countDown();
            });
            Platform.setImplicitExit(false);
            if (!ready.await(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX did not start");
            }
        }
    }

    /// Answers a question on the UI thread.
    public static <T> T call(Callable<T> question) throws Exception {
        var task = new FutureTask<>(question);
        Platform.runLater(task);
        return task.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /// Does something on the UI thread and waits until it is on the screen.
    static void run(Runnable step) throws Exception {
        call(() -> {
            step.run();
            return true;
        });
        pulse(2);
    }

    /// Waits until something is so.
    ///
    /// @throws AssertionError when it does not come about
    public static void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            Thread.sleep(10);
        }
        pulse(2);
    }

    /// Waits for some pulses of the toolkit.
    static void pulse(int pulses) throws Exception {
        var left = new CountDownLatch(pulses);
        var timer = call(() -> {
            var counting = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    left.countDown();
                }
            };
            counting.start();
            return counting;
        });
        if (!left.await(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new AssertionError("the toolkit stands still");
        }
        call(() -> {
            timer.stop();
            return true;
        });
    }
}
