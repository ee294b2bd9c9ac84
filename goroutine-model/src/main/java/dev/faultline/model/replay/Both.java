package dev.faultline.model.replay;

import dev.faultline.trace.event.EventCursor;
import dev.faultline.trace.format.Effect.Edge;
import dev.faultline.trace.format.Effect.Metric;
import dev.faultline.trace.format.Effect.Note;
import dev.faultline.trace.format.Effect.RangeKind;

/// Two listeners to one replay, told one after the other.
public record Both(Transitions one, Transitions other) implements Transitions {
    @Override
    public void generation(long startNs, int goroutines, int stacks) {
        one.generation(startNs, goroutines, stacks);
        other.generation(startNs, goroutines, stacks);
    }

    @Override
    public void gap(long startNs) {
        one.gap(startNs);
        other.gap(startNs);
    }

    @Override
    public void generationEnds() {
        one.generationEnds();
        other.generationEnds();
    }

    @Override
    public void created(EventCursor e, int goroutine) {
        one.created(e, goroutine);
        other.created(e, goroutine);
    }

    @Override
    public void moved(EventCursor e, int slot, int to, int cause, long ns) {
        one.moved(e, slot, to, cause, ns);
        other.moved(e, slot, to, cause, ns);
    }

    @Override
    public void told(EventCursor e, int slot, int to, int cause, long since) {
        one.told(e, slot, to, cause, since);
        other.told(e, slot, to, cause, since);
    }

    @Override
    public void repeated(EventCursor e, int slot) {
        one.repeated(e, slot);
        other.repeated(e, slot);
    }

    @Override
    public void lostProc(int slot, long ns) {
        one.lostProc(slot, ns);
        other.lostProc(slot, ns);
    }

    @Override
    public void procMoved(EventCursor e, int proc, int from, int to) {
        one.procMoved(e, proc, from, to);
        other.procMoved(e, proc, from, to);
    }

    @Override
    public void procTold(EventCursor e, int from, int to) {
        one.procTold(e, from, to);
        other.procTold(e, from, to);
    }

    @Override
    public void range(EventCursor e, RangeKind kind, Edge edge) {
        one.range(e, kind, edge);
        other.range(e, kind, edge);
    }

    @Override
    public void region(EventCursor e, Edge edge) {
        one.region(e, edge);
        other.region(e, edge);
    }

    @Override
    public void task(EventCursor e, Edge edge) {
        one.task(e, edge);
        other.task(e, edge);
    }

    @Override
    public void metric(EventCursor e, Metric metric) {
        one.metric(e, metric);
        other.metric(e, metric);
    }

    @Override
    public void noted(EventCursor e, Note note) {
        one.noted(e, note);
        other.noted(e, note);
    }

    @Override
    public void other(EventCursor e) {
        one.other(e);
        other.other(e);
    }
}
