package dev.faultline.views.flame;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.SpanCursor;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.trace.event.EventStore;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;

/// Sums a trace into flame trees. On a large trace a tree takes some seconds: not for a JavaFX thread.
public final class FlameSource {
    /// What a flame graph is about.
    public enum Measure {
        /// Time in which goroutines waited, by what they waited for and where.
        BLOCKED("Blocked", "No user goroutine waited in this time range."),
        /// Where goroutines ran, by CPU samples.
        CPU("CPU samples", "No CPU samples: CPU profiling was off while the trace was recorded.");

        private final String label;
        private final String nothing;

        Measure(String label, String nothing) {
            this.label = label;
            this.nothing = nothing;
        }

        public String label() {
            return label;
        }

        /// Why there is nothing to see, as a sentence.
        public String nothing() {
            return nothing;
        }
    }

    private static final WaitKind[] WAITS = WaitKind.values();

    private final TraceModel model;

    public FlameSource(TraceModel model) {
        this.model = model;
    }

    /// The tree of a stretch of time; what lies only partly inside counts with that part.
    public FlameTree tree(Measure kind, TimeRange range) {
        return kind == Measure.BLOCKED ? blocked(range) : samples(range);
    }

    private FlameTree blocked(TimeRange range) {
        Waits waits = new Waits(range);
        if (range.durationNs() > model.durationNs() / 4) {
            waits.addAll(model);
        } else {
            waits.addThoseOf(model);
        }
        FlameBuilder builder = new FlameBuilder(model, FlameTree.Unit.TIME, "all waits");
        for (Long2LongMap.Entry e : waits.times.long2LongEntrySet()) {
            WaitKind wait = WAITS[(int) (e.getLongKey() & 0xFF)];
            int reason = builder.reason(wait.label(), Role.of(GoState.WAITING, wait));
            builder.add(reason, (int) (e.getLongKey() >>> 8), e.getLongValue(), waits.counts.get(e.getLongKey()));
        }
        return builder.build();
    }

    /// Sums of waits by what was waited for and stack. The runtime's own goroutines, which idle by nature, are left out.
    private static final class Waits {
        private final TimeRange range;
        private final Long2LongOpenHashMap times = new Long2LongOpenHashMap();
        private final Long2LongOpenHashMap counts = new Long2LongOpenHashMap();

        Waits(TimeRange range) {
            this.range = range;
        }

        /// One pass over the whole trace.
        void addAll(TraceModel model) {
            Goroutines goroutines = model.goroutines();
            SpanCursor span = model.allSpans();
            while (span.next()) {
                if (span.state() == GoState.WAITING && !goroutines.system(span.goroutine())) {
                    add(span.kind(), span.stack(), span.start(), span.end());
                }
            }
        }

        /// Goroutine by goroutine, those that lived in the range only.
        void addThoseOf(TraceModel model) {
            Goroutines goroutines = model.goroutines();
            for (int g = 0; g < goroutines.count(); g++) {
                if (range.overlaps(goroutines.bornNs(g), goroutines.endNs(g)) && !goroutines.system(g)) {
                    add(model.spans(g));
                }
            }
        }

        private void add(Spans spans) {
            int n = spans.size();
            int from = n == 0 || range.fromNs() <= spans.start(0) ? 0 : spans.at(range.fromNs());
            for (int i = Math.max(0, from); i < n && spans.start(i) < range.toNs(); i++) {
                if (spans.state(i) == GoState.WAITING) {
                    add(spans.wait(i), spans.stack(i), spans.start(i), spans.end(i));
                }
            }
        }

        private void add(WaitKind wait, int stack, long startNs, long endNs) {
            long ns = Math.min(endNs, range.toNs()) - Math.max(startNs, range.fromNs());
            if (ns > 0) {
                long key = (long) stack << 8 | wait.ordinal();
                times.addTo(key, ns);
                counts.addTo(key, 1);
            }
        }
    }

    private FlameTree samples(TimeRange range) {
        FlameBuilder builder = new FlameBuilder(model, FlameTree.Unit.SAMPLES, "all samples");
        EventStore events = model.trace().events();
        int program = -1;
        for (int row : model.cpuSampleRows()) {
            long ns = events.time(row);
            if (ns >= range.fromNs() && ns <= range.toNs()) {
                program = program < 0 ? builder.reason("running", Role.RUNNING) : program;
                builder.add(program, events.stack(row), 1, 1);
            }
        }
        return builder.build();
    }
}
