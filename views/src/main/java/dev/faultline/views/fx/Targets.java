package dev.faultline.views.fx;

import dev.faultline.model.GoState;
import dev.faultline.model.Range;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.picture.TimelinePicture.Hit;
import dev.faultline.views.timeline.row.Row;
import org.jspecify.annotations.Nullable;

/// Translates between what is on screen (rows and intervals) and what is selected (goroutine spans, tasks and so on).
final class Targets {
    private final TraceModel model;

    Targets(TraceModel model) {
        this.model = model;
    }

    /// What a hit means.
    Selected of(Hit hit) {
        return switch (hit.line().row()) {
            case Row.GoroutineRow g -> new Selected.GoroutineSpan(g.goroutine(), hit.interval());
            case Row.Processor p -> new Selected.ProcSpan(p.proc(), hit.interval());
            case Row.TaskRow t -> new Selected.TaskItem(t.task());
            case Row.Pauses _ when hit.drawn() != null -> new Selected.RangeItem(
                    model.ranges(hit.drawn() == hit.line().lanes().getLast() ? Range.Kind.STW : Range.Kind.GC_MARK)
                            .get(hit.interval()));
            case Row.Heading h when h.section().group() != null -> new Selected.GroupItem(h.section().group());
            default -> Selected.NOTHING;
        };
    }

    /// The row that shows a thing, null when none does.
    @Nullable
    Row row(Selected selected) {
        return switch (selected) {
            case Selected.GoroutineSpan g -> new Row.GoroutineRow(g.goroutine());
            case Selected.ProcSpan p -> new Row.Processor(p.proc());
            case Selected.TaskItem t -> Row.TaskRow.placeOf(t.task());
            case Selected.RegionItem r -> new Row.GoroutineRow(r.region().goroutine());
            case Selected.RangeItem r -> switch (r.range().kind()) {
                case MARK_ASSIST -> new Row.GoroutineRow(r.range().goroutine());
                case GC_SWEEP -> new Row.Processor(Math.max(0, r.range().proc()));
                case GC_MARK, STW -> new Row.Pauses();
            };
            case Selected.GroupItem _,Selected.None _ -> null;
        };
    }

    /// Index of a selected interval in its row's front lane, -1 when the whole row is meant.
    int interval(Selected selected) {
        return switch (selected) {
            case Selected.GoroutineSpan g -> g.span();
            case Selected.ProcSpan p -> p.span();
            case Selected.RangeItem r when r.range().kind() == Range.Kind.STW ->
                model.ranges(Range.Kind.STW).indexOf(r.range());
            case Selected.TaskItem _ -> 0;
            default -> -1;
        };
    }

    /// The time of a thing, null when it has none of its own.
    @Nullable
    TimeRange time(Selected selected) {
        return switch (selected) {
            case Selected.GoroutineSpan g when g.span() >= 0 -> {
                Spans spans = model.spans(g.goroutine());
                yield new TimeRange(spans.start(g.span()), spans.end(g.span()));
            }
            case Selected.GoroutineSpan g ->
                new TimeRange(model.goroutines().bornNs(g.goroutine()), model.goroutines().endNs(g.goroutine()));
            case Selected.ProcSpan p when p.span() >= 0 -> new TimeRange(model.procSpans(p.proc()).start(p.span()),
                    model.procSpans(p.proc()).end(p.span()));
            case Selected.RangeItem r -> new TimeRange(r.range().startNs(), r.range().endNs());
            case Selected.TaskItem t -> new TimeRange(t.task().startNs(), t.task().endNs());
            case Selected.RegionItem r -> new TimeRange(r.region().startNs(), r.region().endNs());
            case Selected.ProcSpan _,Selected.GroupItem _,Selected.None _ -> null;
        };
    }

    /// The goroutine of a thing, -1 when it has none.
    int goroutine(Selected selected) {
        return switch (selected) {
            case Selected.GoroutineSpan g -> g.goroutine();
            case Selected.ProcSpan p when p.span() >= 0 -> model.procSpans(p.proc()).goroutine(p.span());
            case Selected.RegionItem r -> r.region().goroutine();
            case Selected.RangeItem r -> r.range().goroutine();
            case Selected.TaskItem t -> t.task().creator();
            case Selected.ProcSpan _,Selected.GroupItem _,Selected.None _ -> -1;
        };
    }

    /// A wake-up: who ended a wait, and when.
    ///
    /// @param waker index of the goroutine, -1 when the runtime did it
    /// @param ns when
    record Wake(int waker, int woken, long ns) {}

    /// Who ended the wait that a span is, or that lies before it; null when it never waited or was never woken.
    @Nullable
    Wake wake(int goroutine, int span) {
        if (goroutine < 0 || span < 0) {
            return null;
        }
        Spans spans = model.spans(goroutine);
        int wait = span;
        while (wait >= 0 && spans.state(wait) != GoState.WAITING) {
            wait--;
        }
        int row = wait < 0 ? -1 : spans.endRow(wait);
        return row < 0 ? null : new Wake(model.trace().events().goroutine(row), goroutine, spans.end(wait));
    }

    /// What a goroutine was doing at a moment.
    Selected spanAt(int goroutine, long ns) {
        return new Selected.GoroutineSpan(goroutine, model.spans(goroutine).at(ns));
    }
}
