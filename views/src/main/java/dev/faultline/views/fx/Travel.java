package dev.faultline.views.fx;

import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Row;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Goes from one thing to another: shows where something is, zooms to it, follows who woke whom. Where the trace's indices
/// are not made yet, it goes as soon as they are.
final class Travel {
    private final TraceModel model;
    private final Viewport viewport;
    private final Selection selection;
    private final Targets targets;
    private final Indices indices;
    private final Consumer<Row> scrollTo;
    private Targets.@Nullable Wake wake;

    /// What it moves.
    record Views(Viewport viewport, Selection selection) {}

    /// @param scrollTo brings a row on screen
    Travel(TraceModel model, Views views, Indices indices, Consumer<Row> scrollTo) {
        this.model = model;
        this.indices = indices;
        this.scrollTo = scrollTo;
        viewport = views.viewport();
        selection = views.selection();
        targets = new Targets(model);
    }

    Targets targets() {
        return targets;
    }

    /// Who woke the selected goroutine, null when nobody did or it is not known yet.
    Targets.@Nullable Wake wake() {
        return wake;
    }

    /// Finds out who woke what is selected now.
    ///
    /// @param found runs when it is known
    void selected(Runnable found) {
        wake = null;
        Selected now = selection.selected();
        indices.then(() -> {
            if (now.equals(selection.selected())) {
                wake = wakeOf(now);
                found.run();
            }
        });
    }

    /// Moves in time and scrolls until a thing is on screen.
    void reveal(Selected thing) {
        indices.then(() -> {
            TimeRange time = targets.time(thing);
            TimeRange visible = viewport.visible();
            if (time != null && !visible.overlaps(time.fromNs(), Math.max(time.toNs(), time.fromNs() + 1))) {
                viewport.show(visible.shifted(time.middleNs() - visible.middleNs()));
            }
            Row row = targets.row(thing);
            if (row != null) {
                scrollTo.accept(row);
            }
        });
    }

    /// Selects a thing and shows its time with some air around it.
    void zoomTo(Selected thing) {
        selection.select(thing);
        indices.then(() -> {
            TimeRange time = targets.time(thing);
            if (time != null) {
                viewport.show(time.padded(0.05));
            }
        });
    }

    /// Selects and shows what the goroutine that ended a wait was doing then; without a waker, selects the thing itself.
    void followWaker(Selected thing) {
        indices.then(() -> {
            Targets.Wake by = wakeOf(thing);
            if (by == null || by.waker() < 0) {
                selection.select(thing);
                return;
            }
            Selected waker = targets.spanAt(by.waker(), by.ns());
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
            Selected next = switch (selection.selected()) {
                case Selected.GoroutineSpan g -> new Selected.GoroutineSpan(g.goroutine(),
                        Math.clamp(g.span() + by, 0, model.spans(g.goroutine()).size() - 1));
                case Selected.ProcSpan p ->
                    new Selected.ProcSpan(p.proc(), Math.clamp(p.span() + by, 0, model.procSpans(p.proc()).size() - 1));
                default -> selection.selected();
            };
            selection.select(next);
            reveal(next);
        });
    }

    private Targets.@Nullable Wake wakeOf(Selected thing) {
        return thing instanceof Selected.GoroutineSpan g ? targets.wake(g.goroutine(), g.span()) : null;
    }
}
