package dev.faultline.views.timeline;

import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Counts of goroutines by state, for the whole program and for sections, made in the background. The whole trace is
/// counted once; a close-up of the visible time is counted anew when it is much finer.
public final class Densities {
    private static final int WHOLE_BUCKETS = 4_096;
    private static final int CLOSE_BUCKETS = 2_048;
    private static final int SECTION_BUCKETS = 1_024;
    private static final int KEPT = 400;
    /// A close-up pays when the whole's parts are wider than this many px.
    private static final double COARSE_PX = 3;

    private final TraceModel model;
    private final Later<Density> known;
    private final Later<Density> closeUps;
    private final TimeRange whole;

    /// @param worker counts
    /// @param ready is called on the worker when something new can be drawn
    public Densities(TraceModel model, Executor worker, Runnable ready) {
        this.model = model;
        known = new Later<>(worker, ready, KEPT);
        closeUps = new Later<>(worker, ready, 8);
        whole = new TimeRange(0, Math.max(1, model.durationNs()));
    }

    /// All goroutines of the program itself, over the whole trace; null while they are being counted.
    public @Nullable Density program() {
        return known.get("program", () -> Density.of(model, own(), whole, WHOLE_BUCKETS));
    }

    /// The finest counts there are for a visible range of the program's goroutines.
    ///
    /// @param nsPerPx scale at which they are drawn
    public @Nullable Density program(TimeRange visible, double nsPerPx) {
        Density all = program();
        if (all == null || (double) whole.durationNs() / WHOLE_BUCKETS <= COARSE_PX * nsPerPx) {
            return all;
        }
        // ranges of a quarter of the view, so that panning asks for a new one only now and then
        long step = Math.max(1, Long.highestOneBit(visible.durationNs()) / 2);
        long from = Math.floorDiv(visible.fromNs(), step) * step;
        TimeRange asked = new TimeRange(from, from + step * 6).within(whole);
        Density close = closeUps.get(asked, () -> Density.of(model, own(), asked, CLOSE_BUCKETS));
        return close != null ? close : all;
    }

    /// The goroutines of a section over the whole trace; null while they are being counted.
    public @Nullable Density section(Section section) {
        Density.Members members = new Density.Members(section.size(),
                i -> section.row(i) instanceof Row.GoroutineRow g ? g.goroutine() : 0);
        return known.get(section, () -> Density.of(model, members, whole, SECTION_BUCKETS));
    }

    /// The runtime's own goroutines idle most of the time and would hide what the program does.
    private Density.Members own() {
        int[] own = IntStream.range(0, model.goroutines().count()).filter(g -> !model.goroutines().system(g)).toArray();
        return new Density.Members(own.length, i -> own[i]);
    }
}
