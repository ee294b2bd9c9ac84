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
/// wait that another goroutine ended counts as what that one did meanwhile, and so on; before that one was created, as what
/// its creator did. The steps fill the stretch exactly.
public final class CriticalPath {
    /// So many hand-overs are followed one into the other: through a long queue for a lock to all who had it.
    private static final int DEEPEST = 100;
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
    /// @param handover index in [#handovers] of the wait that the path left to get to this goroutine, -1 on the goroutine itself
    public record Step(int goroutine, long fromNs, long toNs, Cost cost, int stack, int handover) {
        /// A part on the goroutine itself.
        public Step(int goroutine, long fromNs, long toNs, Cost cost, int stack) {
            this(goroutine, fromNs, toNs, cost, stack, -1);
        }

        public long durationNs() {
            return toNs - fromNs;
        }
    }

    /// A wait that the path leaves for what its waker did.
    ///
    /// @param waiting index of the goroutine that waits
    /// @param waker index of the goroutine that ended the wait
    /// @param fromNs begin of the part that lies on the path
    /// @param toNs when the wait ended
    /// @param kind what was waited for
    /// @param stack where it waits, 0 when unknown
    /// @param wakerStack where the other one was when it ended the wait, 0 when unknown
    public record Handover(int waiting, int waker, long fromNs, long toNs, WaitKind kind, int stack, int wakerStack) {}

    private final TraceModel model;
    private final EventStore events;
    private final Assists assists;
    private final List<Step> steps = new ArrayList<>();
    private final List<Handover> handovers = new ArrayList<>();
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
        explain(goroutine, fromNs, toNs, new Way(0, -1));
        return this;
    }

    /// How the path came to a goroutine.
    ///
    /// @param depth number of hand-overs
    /// @param handover index of the last of them, -1 for none
    private record Way(int depth, int handover) {}

    private void explain(int g, long from, long to, Way way) {
        Spans spans = window.of(g);
        long at = Math.clamp(model.goroutines().bornNs(g), from, to);
        beforeBirth(g, from, at, way);
        int s = spans.at(at);
        while (s >= 0 && s < spans.size() && at < to && steps.size() < MOST_STEPS) {
            long end = Math.min(to, spans.end(s));
            if (end > at) {
                span(spans, s, new Part(at, end), way);
            }
            at = Math.max(at, end);
            s++;
        }
        if (at < to) {
            steps.add(new Step(g, at, to, Cost.OTHER, 0, way.handover));
        }
    }

    /// Before a waker was created the wait is what its creator did; that of nobody, such as a timer, stays the wait itself.
    private void beforeBirth(int g, long from, long to, Way way) {
        if (to <= from) {
            return;
        }
        int creator = model.goroutines().creator(g);
        if (creator >= 0 && !model.goroutines().system(creator) && way.depth < DEEPEST && steps.size() < MOST_STEPS
                && (way.handover < 0 || creator != handovers.get(way.handover).waiting())) {
            explain(creator, from, to, new Way(way.depth + 1, way.handover));
            return;
        }
        Handover left = way.handover < 0 ? null : handovers.get(way.handover);
        steps.add(left == null
                ? new Step(g, from, to, Cost.OTHER, 0, -1)
                : new Step(left.waiting(), from, to, cost(left.kind()), left.stack(), way.handover));
    }

    /// The part of a span that lies within the stretch to explain.
    private record Part(long fromNs, long toNs) {}

    private void span(Spans spans, int s, Part part, Way way) {
        int g = spans.goroutine();
        GoState state = spans.state(s);
        if (state == GoState.RUNNING) {
            running(g, part.fromNs, part.toNs, way.handover);
            return;
        }
        int waker = state == GoState.WAITING && way.depth < DEEPEST ? waker(spans.endRow(s)) : -1;
        boolean inside = spans.wait(s).role() == WaitKind.Role.CHANNEL || spans.wait(s).role() == WaitKind.Role.SYNC;
        if (waker >= 0 && waker != g && inside && part.toNs == spans.end(s)) {
            handovers.add(new Handover(g, waker, part.fromNs, part.toNs, spans.wait(s), spans.stack(s),
                    events.stack(spans.endRow(s))));
            explain(waker, part.fromNs, part.toNs, new Way(way.depth + 1, handovers.size() - 1));
            return;
        }
        Cost cost = switch (state) {
            case RUNNABLE -> Cost.QUEUE;
            case SYSCALL -> Cost.SYSCALL;
            case WAITING -> cost(spans.wait(s));
            case RUNNING, NOT_EXISTING -> Cost.OTHER;
        };
        steps.add(new Step(g, part.fromNs, part.toNs, cost, spans.stack(s), way.handover));
    }

    /// Running, less what the collector and the pauses took of it.
    private void running(int g, long from, long to, int handover) {
        long at = from;
        for (int i = assists.firstEndingAfter(g, from); i < assists.count(g); i++) {
            Range range = assists.get(g, i);
            if (range.startNs() >= to) {
                break;
            }
            add(new Step(g, at, Math.max(at, range.startNs()), Cost.RUNNING, 0, handover));
            at = Math.max(at, range.startNs());
            add(new Step(g, at, Math.min(to, range.endNs()), Cost.ASSIST, 0, handover));
            at = Math.min(to, Math.max(at, range.endNs()));
        }
        add(new Step(g, at, to, Cost.RUNNING, 0, handover));
    }

    private void add(Step step) {
        if (step.toNs() > step.fromNs()) {
            steps.add(step);
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

    /// Waits that the path left, those of one stretch in the order of their begin.
    public List<Handover> handovers() {
        return List.copyOf(handovers);
    }

    /// Time by what it was spent on, nanoseconds.
    public Map<Cost, Long> sums() {
        Map<Cost, Long> sums = new EnumMap<>(Cost.class);
        steps.forEach(s -> sums.merge(s.cost(), s.toNs() - s.fromNs(), Long::sum));
        return sums;
    }
}
