package dev.faultline.bench.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;

/// Asks JavaFX's thread every few milliseconds for an answer and notes how long that took, and what the thread did
/// meanwhile.
final class Heartbeat implements AutoCloseable {
    private static final long PAUSE_MS = 5;
    /// A longer silence is reported with a stack.
    private static final long TELLING_MS = 60;

    private final long began = System.nanoTime();
    private final List<Stall> stalls = new ArrayList<>();
    private final Thread thread;
    private final Thread fx;
    private long[] waits = new long[1 << 14];
    private int size;
    private volatile String phase = "";
    private volatile boolean stopped;

    private record Stall(String phase, double atMs, double ms, String where) {}

    /// @param fx JavaFX's thread
    Heartbeat(Thread fx) {
        this.fx = fx;
        thread = Thread.ofPlatform().daemon().name("heartbeat").start(this::beat);
    }

    /// What goes on from now on, for the report.
    void phase(String name) {
        phase = name;
    }

    private void beat() {
        try {
            while (!stopped) {
                long asked = System.nanoTime();
                CountDownLatch answer = new CountDownLatch(1);
                Platform.runLater(answer::countDown);
                String where = "";
                if (!answer.await(TELLING_MS, TimeUnit.MILLISECONDS)) {
                    where = where();
                    while (!answer.await(TELLING_MS * 3, TimeUnit.MILLISECONDS)) {
                        where = where + System.lineSeparator() + "      " + where();
                    }
                }
                note(System.nanoTime() - asked, asked, where);
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String where() {
        return Stream.of(fx.getStackTrace())
                .map(f -> f.getClassName().replaceAll(".*\\.", "") + "." + f.getMethodName())
                .limit(12).collect(Collectors.joining(" < "));
    }

    private synchronized void note(long ns, long asked, String where) {
        if (size == waits.length) {
            waits = Arrays.copyOf(waits, size * 2);
        }
        waits[size++] = ns;
        if (ns > TELLING_MS * 1_000_000) {
            stalls.add(new Stall(phase, (asked - began) / 1e6, ns / 1e6, where));
        }
    }

    /// Prints how long answers took: median, 99th percentile, longest; then each long silence.
    synchronized void report() {
        long[] sorted = Arrays.copyOf(waits, size);
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "answers of the UI thread: %d, p50 %.1f ms, p99 %.1f ms, worst %.1f ms%n", size,
                sorted[size / 2] / 1e6, sorted[(int) (size * 0.99)] / 1e6, sorted[size - 1] / 1e6);
        for (Stall stall : stalls) {
            System.out.printf(Locale.ROOT, "  %.0f ms at %.0f ms, %s: %s%n", stall.ms(), stall.atMs(), stall.phase(),
                    stall.where());
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }
}
