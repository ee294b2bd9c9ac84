package dev.faultline.views.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Starts JavaFX once for all tests and runs code on its thread.
public final class Fx implements BeforeAllCallback {
    /// Seconds that anything may take before a test fails: many times what it takes on a machine that has other work.
    static final long PATIENCE_S = 300;
    private static boolean started;

    @Override
    public synchronized void beforeAll(ExtensionContext context) throws Exception {
        start();
    }

    public static synchronized void start() throws InterruptedException {
        if (started) {
            return;
        }
        started = true;
        CountDownLatch latch = new CountDownLatch(1);
        Platform.startup(latch::countDown);
        Platform.setImplicitExit(false);
        if (!latch.await(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("JavaFX did not start");
        }
    }

    /// The result of code that ran on JavaFX's thread.
    public static <T> T call(Callable<T> code) throws Exception {
        FutureTask<T> task = new FutureTask<>(code);
        Platform.runLater(task);
        return task.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /// Runs code on JavaFX's thread and waits for two frames.
    public static void run(Runnable code) throws Exception {
        call(() -> {
            code.run();
            return true;
        });
        pulse(2);
    }

    /// Waits for some frames.
    public static void pulse(int frames) throws Exception {
        CountDownLatch latch = new CountDownLatch(frames);
        AnimationTimer timer = call(() -> {
            AnimationTimer t = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    latch.countDown();
                }
            };
            t.start();
            return t;
        });
        if (!latch.await(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no frames");
        }
        call(() -> {
            timer.stop();
            return true;
        });
    }
}
