package dev.faultline.app.ui.work;

import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One piece of work on its own thread. All methods but those of [Progress] belong to the UI thread; properties change
/// only there. Exactly one of the three handlers is called, once.
///
/// Cancelling takes effect for the user at once; the thread gives up when it next looks. What it still yields after that
/// is closed, so a cancelled job leaves nothing behind.
///
/// @param <T> what the work yields
public final class Background<T> implements Progress {
    private static final long REPORT_EVERY_NS = 50_000_000;
    /// While a trace is read, its events are replayed at the same time, as far as they are there. So long after its last
    /// report reading counts as what goes on.
    private static final long STILL_READING_NS = 1_500_000_000;
    private static final double NEARLY_READ = 0.99;

    private final ReadOnlyObjectWrapper<WorkProgress> step = new ReadOnlyObjectWrapper<>(this, "step",
            WorkProgress.START);
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean reportPending = new AtomicBoolean();
    private final Thread thread;
    private final Work<T> work;
    private final Outcome<T> outcome;
    private boolean settled;
    private volatile WorkProgress latest = WorkProgress.START;
    private long reportedAt = System.nanoTime();
    private long readAt;
    private long phaseBegan = reportedAt;

    private Background(String name, Work<T> work, Outcome<T> outcome) {
        this.work = work;
        this.outcome = outcome;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /// What happens afterwards, on the UI thread.
    ///
    /// @param done takes the result
    /// @param failed takes what went wrong
    /// @param cancelled runs as soon as the user cancels
    public record Outcome<T>(Consumer<T> done, Consumer<Throwable> failed, Runnable cancelled) {}

    /// Begins the work.
    ///
    /// @param name of the thread
    public static <T> Background<T> start(String name, Work<T> work, Outcome<T> outcome) {
        var job = new Background<>(name, work, outcome);
        job.thread.start();
        return job;
    }

    /// How far the work is; changes at most 20 times a second.
    public ReadOnlyObjectProperty<WorkProgress> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Gives the work up. Does nothing once it has ended.
    public void cancel() {
        if (!settled) {
            settled = true;
            cancelled.set(true);
            outcome.cancelled().run();
        }
    }

    /// Whether neither result nor error nor cancellation has come yet.
    public boolean running() {
        return !settled;
    }

    /// Waits until the thread has ended; for use off the UI thread.
    public void await() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    @Override
    public synchronized void update(Phase phase, long done, long total) {
        long now = System.nanoTime();
        WorkProgress before = latest;
        if (phase == Phase.READING) {
            readAt = now;
        } else if (before.phase() == Phase.READING && before.fraction() < NEARLY_READ
                && now - readAt < STILL_READING_NS) {
            return;
        }
        boolean newPhase = before.phase() != phase;
        if (newPhase || done >= total || now - reportedAt >= REPORT_EVERY_NS) {
            // the first report of a phase comes when some of it is done
            phaseBegan = newPhase ? reportedAt : phaseBegan;
            reportedAt = now;
            latest = new WorkProgress(phase, done, total, now - phaseBegan);
            if (reportPending.compareAndSet(false, true)) {
                Platform.runLater(this::report);
            }
        }
    }

    private void report() {
        reportPending.set(false);
        if (!settled) {
            step.set(latest);
        }
    }

    private void run() {
        try {
            T result = work.run(this);
            Platform.runLater(() -> finish(result));
        } catch (CancellationException e) {
            Platform.runLater(this::cancel);
        } catch (Throwable t) {
            Platform.runLater(() -> fail(t));
        }
    }

    private void finish(T result) {
        if (settled) {
            close(result);
        } else {
            settled = true;
            outcome.done().accept(result);
        }
    }

    private void fail(Throwable error) {
        if (!settled) {
            settled = true;
            outcome.failed().accept(error);
        }
    }

    private static void close(@Nullable Object result) {
        if (result instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                System.getLogger(Background.class.getName()).log(System.Logger.Level.WARNING,
                        "a result that came too late could not be closed", e);
            }
        }
    }
}
