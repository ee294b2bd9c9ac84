package dev.faultline.views.flame;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.code.Code;
import dev.faultline.views.scale.TimeRange;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// Hands over the spans that a measure counts, each with the stack that it counts for. The runtime's own goroutines, which
/// idle by nature, are left out.
final class FlameSpans {
    private final TraceModel model;
    private final Measure measure;
    private final TimeRange range;
    private final IntPredicate goroutines;
    private final Code code;

    /// Takes a span, or the part of it that lies in the range.
    @FunctionalInterface
    interface Taker {
        /// @param stack where it counts, 0 when unknown
        void take(int goroutine, WaitKind wait, int stack, long startNs, long endNs);
    }

    /// @param goroutines whose spans count
    FlameSpans(TraceModel model, Measure measure, TimeRange range, IntPredicate goroutines) {
        this.model = model;
        this.measure = measure;
        this.range = range;
        this.goroutines = goroutines;
        code = new Code(model.trace().stacks());
    }

    /// Hands over all of them, those of a goroutine in the order of time.
    void each(Taker taker) {
        if (range.durationNs() > model.durationNs() / 4) {
            all(taker);
        } else {
            ordered(taker);
        }
    }

    /// One pass over the whole trace. Running counts where it ended, which only the next span tells.
    private void all(Taker taker) {
        Goroutines of = model.goroutines();
        long[] ranFrom = new long[measure == Measure.RUNNING ? of.count() : 0];
        long[] ranTo = new long[ranFrom.length];
        Arrays.fill(ranTo, -1);
        for (SpanCursor span = model.allSpans(); span.next();) {
            int g = span.goroutine();
            if (of.system(g) || !goroutines.test(g)) {
                continue;
            }
            if (measure != Measure.RUNNING) {
                if (counts(span.state(), span.stack())) {
                    take(taker, g, span.kind(), span.stack(), span.start(), span.end());
                }
                continue;
            }
            if (ranTo[g] >= 0) {
                take(taker, g, WaitKind.NONE, ranTo[g] == span.start() ? span.stack() : 0, ranFrom[g], ranTo[g]);
                ranTo[g] = -1;
            }
            if (span.state() == GoState.RUNNING) {
                ranFrom[g] = span.start();
                ranTo[g] = span.end();
            }
        }
        for (int g = 0; g < ranTo.length; g++) {
            if (ranTo[g] >= 0) {
                take(taker, g, WaitKind.NONE, 0, ranFrom[g], ranTo[g]);
            }
        }
    }

    /// Goroutine by goroutine, those that lived in the range only.
    void ordered(Taker taker) {
        Goroutines of = model.goroutines();
        for (int g = 0; g < of.count(); g++) {
            if (range.overlaps(of.bornNs(g), of.endNs(g)) && !of.system(g) && goroutines.test(g)) {
                each(g, model.spans(g), taker);
            }
        }
    }

    private void each(int g, Spans spans, Taker taker) {
        int n = spans.size();
        int from = n == 0 || range.fromNs() <= spans.start(0) ? 0 : spans.at(range.fromNs());
        for (int i = Math.max(0, from); i < n && spans.start(i) < range.toNs(); i++) {
            if (measure == Measure.RUNNING && spans.state(i) == GoState.RUNNING) {
                take(taker, g, WaitKind.NONE, i + 1 < n ? spans.stack(i + 1) : 0, spans.start(i), spans.end(i));
            } else if (counts(spans.state(i), spans.stack(i))) {
                take(taker, g, spans.wait(i), spans.stack(i), spans.start(i), spans.end(i));
            }
        }
    }

    private boolean counts(GoState state, int stack) {
        return switch (measure) {
            case BLOCKED -> state == GoState.WAITING;
            case RUNNABLE -> state == GoState.RUNNABLE;
            case SYSCALL -> state == GoState.SYSCALL;
            case C_CALLS -> state == GoState.SYSCALL && stack > 0 && code.callOfC(stack) >= 0;
            case RUNNING, ASSISTS, CREATION, CPU -> false;
        };
    }

    private void take(Taker taker, int g, WaitKind wait, int stack, long startNs, long endNs) {
        long from = Math.max(startNs, range.fromNs());
        long to = Math.min(endNs, range.toNs());
        if (to > from) {
            taker.take(g, wait, stack, from, to);
        }
    }
}
