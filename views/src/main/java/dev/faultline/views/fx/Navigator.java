package dev.faultline.views.fx;

import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import dev.faultline.views.timeline.row.WakeLinks;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Goes from one thing to another: shows where something is, zooms to it, follows who woke whom. Where the trace's indices
/// are not made yet, it goes as soon as they are.
final class Navigator {
    private final TraceModel model;
    private final Viewport viewport;
    private final Selection selection;
    private final WakeLinks links;
    private final Indices indices;
    private final Consumer<Row> scrollTo;
    private WakeLinks.@Nullable Wake wake;

    /// What it moves.
    record Views(Viewport viewport, Selection selection) {}

    /// @param scrollTo brings a row on screen
    Navigator(TraceModel model, Views views, Indices indices, Consumer<Row> scrollTo) {
        this.model = model;
        this.indices = indices;
        this.scrollTo = scrollTo;
        viewport = views.viewport();
        selection = views.selection();
        links = new WakeLinks(model);
    }

    /// What woke the selected goroutine, null when no goroutine did or it is not known yet.
    WakeLinks.@Nullable Wake wake() {
        return wake;
    }

    /// Finds out who woke what is selected now.
    ///
    /// @param found runs when it is known
    void selected(Runnable found) {
        wake = null;
        Thing now = selection.selected();
        indices.then(() -> {
            if (now.equals(selection.selected())) {
                wake = wakeOf(now);
                found.run();
            }
        });
    }

    /// Moves in time and scrolls until a thing is on screen.
    void reveal(Thing thing) {
        indices.then(() -> {
            TimeRange time = thing.time(model);
            TimeRange visible = viewport.visible();
            if (time != null && !visible.overlaps(time.fromNs(), Math.max(time.toNs(), time.fromNs() + 1))) {
                viewport.show(visible.shifted(time.middleNs() - visible.middleNs()));
            }
            Row row = thing.row();
            if (row != null) {
                scrollTo.accept(row);
            }
        });
    }

    /// Selects a thing and shows its time with some air around it.
    void zoomTo(Thing thing) {
        selection.select(thing);
        indices.then(() -> {
            TimeRange time = thing.time(model);
            if (time != null) {
                viewport.show(time.padded(0.05));
            }
        });
    }

    /// Selects and shows what the goroutine that ended a wait was doing then; without a waker, selects the thing itself.
    void followWaker(Thing thing) {
        indices.then(() -> {
            WakeLinks.Wake by = wakeOf(thing);
            if (by == null || by.waker() < 0) {
                selection.select(thing);
                return;
            }
            Thing waker = links.at(by.waker(), by.ns());
            selection.select(waker);
            reveal(waker);
            if (!viewport.visible().contains(by.ns())) {
                viewport.show(viewport.visible().shifted(by.ns() - viewport.visible().middleNs()));
            }
        });
    }

    /// Selects the next interval of the selected row, the one before when `by` is -1.
    void step(int by) {
        indices.then(() -> {
            Thing next = switch (selection.selected()) {
                case Thing.Goroutine g -> new Thing.Goroutine(g.goroutine(),
                        Math.clamp(g.span() + by, 0, model.spans(g.goroutine()).size() - 1));
                case Thing.Processor p ->
                    new Thing.Processor(p.proc(), Math.clamp(p.span() + by, 0, model.procSpans(p.proc()).size() - 1));
                default -> selection.selected();
            };
            selection.select(next);
            reveal(next);
        });
    }

    private WakeLinks.@Nullable Wake wakeOf(Thing thing) {
        return thing instanceof Thing.Goroutine g ? links.wake(g) : null;
    }
}
