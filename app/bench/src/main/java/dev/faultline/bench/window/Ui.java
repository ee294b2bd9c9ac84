package dev.faultline.bench.window;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Steps on JavaFX's thread.
final class Ui {
    private static final long ASK_EVERY_MS = 20;

    private Ui() {
    }

    static void start() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
    }

    static <T extends @Nullable Object> T call(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        Platform.runLater(task);
        return task.get();
    }

    static void run(Runnable step) throws Exception {
        call(() -> {
            step.run();
            return true;
        });
    }

    /// Asks until there is an answer.
    static <T> T await(Callable<@Nullable T> question) throws Exception {
        while (true) {
            T answer = call(question);
            if (answer != null) {
                return answer;
            }
            Thread.sleep(ASK_EVERY_MS);
        }
    }
}
