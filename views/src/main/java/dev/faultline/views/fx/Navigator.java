package dev.faultline.views.fx;

import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Names;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import dev.faultline.views.timeline.row.WakeLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Goes from one thing to another: shows where something is, zooms to it, walks from span to span and from row to row, follows
/// who woke whom. Where the trace's indices are not made yet, it goes as soon as they are.
final class Navigator {
    /// What takes less of the visible time is zoomed to.
    private static final double SEEN_WELL = 0.02;
    /// Share of the visible time that it then takes.
    private static final double AIMED = 0.3;

    /// More arrows from one span would hide it.
    private static final int MOST_ARROWS = 300;

    private final TraceModel model;
    private final Viewport viewport;
    private final Selection selection;
    private final WakeLinks links;
    private final Indices indices;
    private final Views views;
    private final Executor background;
    private List<Overlay.WakeArrow> arrows = List.of();
    /// The moment that a walk over the rows keeps to, while it goes on.
    private long walkedNs;
    private Thing walkedTo = Thing.NOTHING;

    /// What it moves.
    ///
    /// @param scrollTo brings a thing's row on screen
    record Views(Viewport viewport, Selection selection, RowsModel rows, Consumer<Thing> scrollTo) {}

    /// @param background finds out whom a goroutine woke
    Navigator(TraceModel model, Views views, Indices indices, Executor background) {
        this.background = background;
        this.model = model;
        this.indices = indices;
        this.views = views;
        viewport = views.viewport();
        selection = views.selection();
        links = new WakeLinks(model);
    }

    /// Who woke and created the selected goroutine, and whom it woke and created; none as long as that is not known.
    List<Overlay.WakeArrow> arrows() {
        return arrows;
    }

    /// Finds out who woke what is selected now.
    ///
    /// @param found runs when it is known
    void selected(Runnable found) {
        arrows = List.of();
        Thing now = selection.selected();
        if (now instanceof Thing.Goroutine g) {
            indices.then(() -> background.execute(() -> {
                List<Overlay.WakeArrow> all = arrows(g);
                if (Platform.isFxApplicationThread()) {
                    take(now, all, found);
                } else {
                    Platform.runLater(() -> take(now, all, found));
                }
            }));
        }
    }

    private void take(Thing of, List<Overlay.WakeArrow> found, Runnable then) {
        if (of.equals(selection.selected())) {
            arrows = found;
            then.run();
        }
    }

    private List<Overlay.WakeArrow> arrows(Thing.Goroutine of) {
        List<Overlay.WakeArrow> all = new ArrayList<>();
        Thing.Goroutine self = new Thing.Goroutine(of.goroutine());
        WakeLinks.Wake wake = links.wake(of);
        if (wake != null && wake.waker() >= 0) {
            all.add(new Overlay.WakeArrow(new Thing.Goroutine(wake.waker()), self, wake.ns(),
                    Names.goroutine(model, wake.waker()), false));
        }
        int creator = model.goroutines().creator(of.goroutine());
        if (creator >= 0 && of.span() <= 0) {
            all.add(new Overlay.WakeArrow(new Thing.Goroutine(creator), self,
                    model.goroutines().bornNs(of.goroutine()), Names.goroutine(model, creator), true));
        }
        links.deeds(of).stream().limit(MOST_ARROWS).forEach(deed -> all
                .add(new Overlay.WakeArrow(self, new Thing.Goroutine(deed.other()), deed.ns(), "", deed.created())));
        return List.copyOf(all);
    }

    /// Scrolls, moves in time and zooms until a thing can be seen well.
    void reveal(Thing thing) {
        indices.then(() -> {
            TimeRange time = thing.time(model);
            if (time != null) {
                double share = (double) time.durationNs() / viewport.visible().durationNs();
                if (share > 1) {
                    viewport.show(time.padded(0.05));
                } else if (share < SEEN_WELL) {
                    viewport.show(time.padded((1 / AIMED - 1) / 2).atLeast(Viewport.SHORTEST_NS));
                } else {
                    moveTo(time);
                }
            }
            views.scrollTo().accept(thing);
        });
    }

    /// Moves to a time that is not on screen, at the same scale.
    private void moveTo(TimeRange time) {
        TimeRange visible = viewport.visible();
        if (!visible.overlaps(time.fromNs(), Math.max(time.toNs(), time.fromNs() + 1))) {
            viewport.show(visible.shifted(time.middleNs() - visible.middleNs()));
        }
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
            moveTo(new TimeRange(by.ns(), by.ns()));
            views.scrollTo().accept(waker);
        });
    }

    /// Selects the next interval of the selected row, the one before when `by` is -1.
    ///
    /// @param otherwise the row to begin with when nothing is selected
    void step(int by, Row otherwise) {
        indices.then(() -> {
            Thing selected = selection.selected();
            Thing next = selected.row() == null ? at(otherwise, viewport.visible().middleNs()) : beside(selected, by);
            select(next);
            TimeRange time = next.time(model);
            if (time != null) {
                moveTo(time);
            }
        });
    }

    private Thing beside(Thing thing, int by) {
        return switch (thing) {
            case Thing.Goroutine g -> new Thing.Goroutine(g.goroutine(),
                    Math.clamp(g.span() + by, 0, model.spans(g.goroutine()).size() - 1));
            case Thing.Processor p ->
                new Thing.Processor(p.proc(), Math.clamp(p.span() + by, 0, model.procSpans(p.proc()).size() - 1));
            case Thing.Thread t -> new Thing.Thread(t.thread(),
                    Math.clamp(t.span() + by, 0, Math.max(0, model.threadSpans(t.thread()).size() - 1)));
            case Thing.RuntimeRange r -> {
                List<Range> all = model.ranges(r.range().kind());
                yield new Thing.RuntimeRange(all.get(Math.clamp(all.indexOf(r.range()) + by, 0, all.size() - 1)));
            }
            case Thing.Several s -> beside(s.get(model, by < 0 ? 0 : s.count() - 1), by);
            default -> thing;
        };
    }

    /// Selects what the next row shows at the time of what is selected, the row before when `by` is -1.
    ///
    /// @param otherwise the row to begin with when nothing is selected
    void walk(int by, Row otherwise) {
        indices.then(() -> {
            Thing selected = selection.selected();
            Row row = selected.row();
            if (!selected.equals(walkedTo) || row == null) {
                walkedNs = momentOf(selected);
            }
            Row next = row == null ? otherwise : views.rows().rows().neighbour(row, by);
            if (next != null) {
                walkedTo = at(next, walkedNs);
                select(walkedTo);
            }
        });
    }

    /// The middle of what is on screen of a thing.
    private long momentOf(Thing thing) {
        TimeRange visible = viewport.visible();
        TimeRange time = thing.time(model);
        return time == null || !visible.overlaps(time.fromNs(), time.toNs())
                ? visible.middleNs()
                : Math.max(time.fromNs(), visible.fromNs()) / 2 + Math.min(time.toNs(), visible.toNs()) / 2;
    }

    private void select(Thing thing) {
        selection.select(thing);
        views.scrollTo().accept(thing);
    }

    /// What a row shows at a moment.
    private Thing at(Row row, long ns) {
        return switch (row) {
            case Thing.Goroutine g -> links.at(g.goroutine(), ns);
            case Thing.Processor p -> {
                ProcSpans spans = model.procSpans(p.proc());
                int i = spans.firstEndingAfter(ns);
                yield i < spans.size() && spans.start(i) <= ns ? new Thing.Processor(p.proc(), i) : p;
            }
            default -> row;
        };
    }

    private WakeLinks.@Nullable Wake wakeOf(Thing thing) {
        return thing instanceof Thing.Goroutine g ? links.wake(g) : null;
    }
}
