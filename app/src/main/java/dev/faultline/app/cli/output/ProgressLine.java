package dev.faultline.app.cli.output;

import dev.faultline.model.words.Units;
import dev.faultline.trace.progress.Phase;
import dev.faultline.trace.progress.Progress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/// A progress line on a terminal, erased when the work is done.
public final class ProgressLine implements Progress, AutoCloseable {
    private static final long PERIOD_NS = 100_000_000;
    /// Short work shows nothing.
    private static final long PATIENCE_NS = 300_000_000;
    private static final String ERASE = "\r\033[K";

    private final PrintStream err;
    private final LongSupplier clock;
    private long nextNs;
    private boolean shown;

    /// @param clock nanoseconds from any origin
    ProgressLine(PrintStream err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        nextNs = clock.getAsLong() + PATIENCE_NS;
    }

    /// The line for people who watch, else one that stays silent.
    public static Watched on(Terminal terminal) {
        if (!terminal.errInteractive()) {
            return new Watched(Progress.NONE, () -> {});
        }
        ProgressLine line = new ProgressLine(terminal.err(), System::nanoTime);
        return new Watched(line, line::close);
    }

    /// Progress that is cleared away at the end.
    public record Watched(Progress progress, Runnable clear) implements AutoCloseable {
        @Override
        public void close() {
            clear.run();
        }
    }

    @Override
    public synchronized void update(Phase phase, long done, long total) {
        long now = clock.getAsLong();
        if (now - nextNs < 0) {
            return;
        }
        nextNs = now + PERIOD_NS;
        shown = true;
        String share = total > 0 ? " " + Units.share((double) done / total) : "";
        err.print(ERASE + phase.label() + share);
        err.flush();
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public synchronized void close() {
        if (shown) {
            err.print(ERASE);
            err.flush();
            shown = false;
        }
    }
}
