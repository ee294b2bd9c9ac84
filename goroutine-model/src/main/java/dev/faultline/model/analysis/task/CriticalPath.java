package dev.faultline.model.analysis.task;

import dev.faultline.model.GoState;
import dev.faultline.model.Range;
import dev.faultline.model.SpanWindow;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.gc.Assists;
import dev.faultline.trace.event.EventStore;
import dev.faultline.trace.format.EventType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Where the time of a stretch of a goroutine's life went. Its own running, queueing and system calls count as they are; a
/// wait that another goroutine ended counts as what that one did meanwhile, and so on. The steps fill the stretch exactly.
public final class CriticalPath {
    /// So many hand-overs are followed one into the other.
    private static final int DEEPEST = 12;
    private static final int MOST_STEPS = 20_000;

    /// What time is spent on.
    public enum Cost {
        RUNNING,
        QUEUE,
        SYSCALL,
        NETWORK,
        SLEEP,
        CHANNEL,
        LOCK,
        ASSIST,
        STOPPED,
        OTHER
    }

    /// A part of the path.
    ///
    /// @param goroutine index of the goroutine on which the path runs
    /// @param fromNs begin
    /// @param toNs end
    /// @param stack where it waits, 0 when it does not or the place is unknown
    public record Step(int goroutine, long fromNs, long toNs, Cost cost, int stack) {}

    private final TraceModel model;
    private final EventStore events;
    private final Assists assists;
    private final List<Step> steps = new ArrayList<>();
    /// Of the stretch that is being explained.
    private SpanWindow window;

    /// A path that is still empty.
    public CriticalPath(TraceModel model, Assists assists) {
        this.model = model;
        this.assists = assists;
        this.events = model.trace().events();
        window = model.spansBetween(0, model.durationNs());
    }

    /// Adds the path of a stretch.
    ///
    /// @param goroutine index of the goroutine at its end
    /// @param fromNs begin, nanoseconds since the trace's first event
    /// @param toNs end
    public CriticalPath explain(int goroutine, long fromNs, long toNs) {
        window = model.spansBetween(fromNs, toNs);
        explain(goroutine, fromNs, toNs, 0);
        return this;
    }

    private void explain(int g, long from, long to, int depth) {
        Spans spans = window.of(g);
        int s = spans.at(from);
        long at = from;
        while (s >= 0 && s < spans.size() && at < to && steps.size() < MOST_STEPS) {
            long end = Math.min(to, spans.end(s));
            if (end > at) {
                span(spans, s, new Part(at, end), depth);
            }
            at = Math.max(at, end);
            s++;
        }
        if (at < to) {
            steps.add(new Step(g, at, to, Cost.OTHER, 0));
        }
    }

    /// The part of a span that lies within the stretch to explain.
    private record Part(long fromNs, long toNs) {}

    private void span(Spans spans, int s, Part part, int depth) {
        int g = spans.goroutine();
        GoState state = spans.state(s);
        if (state == GoState.RUNNING) {
            running(g, part.fromNs, part.toNs);
            return;
        }
        int waker = state == GoState.WAITING && depth < DEEPEST ? waker(spans.endRow(s)) : -1;
        boolean inside = spans.wait(s).role() == WaitKind.Role.CHANNEL || spans.wait(s).role() == WaitKind.Role.SYNC;
        if (waker >= 0 && waker != g && inside && part.toNs == spans.end(s)) {
            explain(waker, part.fromNs, part.toNs, depth + 1);
            return;
        }
        Cost cost = switch (state) {
            case RUNNABLE -> Cost.QUEUE;
            case SYSCALL -> Cost.SYSCALL;
            case WAITING -> cost(spans.wait(s));
            case RUNNING, NOT_EXISTING -> Cost.OTHER;
        };
        steps.add(new Step(g, part.fromNs, part.toNs, cost, spans.stack(s)));
    }

    /// Running, less what the collector and the pauses took of it.
    private void running(int g, long from, long to) {
        long at = from;
        for (int i = assists.firstEndingAfter(g, from); i < assists.count(g); i++) {
            Range range = assists.get(g, i);
            if (range.startNs() >= to) {
                break;
            }
            add(g, at, Math.max(at, range.startNs()), Cost.RUNNING);
            at = Math.max(at, range.startNs());
            add(g, at, Math.min(to, range.endNs()), Cost.ASSIST);
            at = Math.min(to, Math.max(at, range.endNs()));
        }
        add(g, at, to, Cost.RUNNING);
    }

    private void add(int g, long from, long to, Cost cost) {
        if (to > from) {
            steps.add(new Step(g, from, to, cost, 0));
        }
    }

    private static Cost cost(WaitKind kind) {
        return switch (kind) {
            case NETWORK -> Cost.NETWORK;
            case SLEEP -> Cost.SLEEP;
            case CHAN_SEND, CHAN_RECEIVE, SELECT, FOREVER -> Cost.CHANNEL;
            case SYNC, COND -> Cost.LOCK;
            case GC -> Cost.ASSIST;
            case NONE, SYSTEM, COROUTINE, PREEMPTED, UNKNOWN -> Cost.OTHER;
        };
    }

    private int waker(int row) {
        if (row < 0 || events.type(row) != EventType.GO_UNBLOCK) {
            return -1;
        }
        int waker = events.goroutine(row);
        return waker >= 0 && model.goroutines().system(waker) ? -1 : waker;
    }

    /// The parts of the path; those of one goroutine in the order of time.
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /// Time by what it was spent on, nanoseconds.
    public Map<Cost, Long> sums() {
        Map<Cost, Long> sums = new EnumMap<>(Cost.class);
        steps.forEach(s -> sums.merge(s.cost(), s.toNs() - s.fromNs(), Long::sum));
        return sums;
    }
}
