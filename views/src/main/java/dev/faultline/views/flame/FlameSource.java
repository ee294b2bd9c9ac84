package dev.faultline.views.flame;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.words.Names;
import dev.faultline.trace.event.EventStore;
import dev.faultline.views.paint.Role;
import it.unimi.dsi.fastutil.longs.Long2LongMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.util.Locale;
import java.util.function.IntPredicate;

/// Sums a trace into flame trees. On a large trace a tree takes some seconds: not for a JavaFX thread.
public final class FlameSource {
    private static final WaitKind[] WAITS = WaitKind.values();

    private final TraceModel model;

    public FlameSource(TraceModel model) {
        this.model = model;
    }

    /// The tree of a query; what lies only partly inside its time counts with that part.
    ///
    /// @throws TooMuchException when so much in the order of time cannot be shown
    public FlameTree tree(FlameQuery query) {
        IntPredicate wanted = query.filter().everything() ? _ -> true : query.filter().on(model);
        FlameBuilder builder = new FlameBuilder(model, query.measure().unit(), query.measure().root(), query.shape());
        switch (query.measure()) {
            case CPU -> samples(query, wanted, builder);
            case CREATION -> creations(query, wanted, builder);
            case ASSISTS -> assists(query, wanted, builder);
            case BLOCKED, RUNNING, RUNNABLE, SYSCALL, C_CALLS -> {
                FlameSpans spans = new FlameSpans(model, query.measure(), query.range(), wanted);
                if (query.shape().inTimeOrder()) {
                    ordered(query.measure(), spans, builder);
                } else {
                    merged(query.measure(), spans, builder);
                }
            }
        }
        return builder.build();
    }

    /// Sums by what was waited for and stack first: there are far fewer of those than spans.
    private static void merged(Measure measure, FlameSpans spans, FlameBuilder builder) {
        Long2LongOpenHashMap times = new Long2LongOpenHashMap();
        Long2LongOpenHashMap counts = new Long2LongOpenHashMap();
        spans.each((_, wait, stack, startNs, endNs) -> {
            long key = (long) stack << 8 | wait.ordinal();
            times.addTo(key, endNs - startNs);
            counts.addTo(key, 1);
        });
        for (Long2LongMap.Entry e : times.long2LongEntrySet()) {
            int reason = reason(measure, WAITS[(int) (e.getLongKey() & 0xFF)], builder);
            builder.add(reason, (int) (e.getLongKey() >>> 8), e.getLongValue(), counts.get(e.getLongKey()));
        }
    }

    /// A box for each goroutine, below it what it did one after the other.
    private void ordered(Measure measure, FlameSpans spans, FlameBuilder builder) {
        Goroutines all = model.goroutines();
        Role role = role(measure, WaitKind.NONE);
        spans.ordered((g, wait, stack, startNs, endNs) -> {
            int goroutine = builder.reason(Names.goroutineWithFunction(model, g), role);
            int reason = measure == Measure.BLOCKED
                    ? builder.next(goroutine, wait.label(), role(measure, wait))
                    : goroutine;
            builder.add(reason, stack, endNs - startNs, 1);
            if (builder.size() > TooMuchException.MOST) {
                throw new TooMuchException(all.count());
            }
        });
    }

    private static int reason(Measure measure, WaitKind wait, FlameBuilder builder) {
        return measure == Measure.BLOCKED
                ? builder.reason(wait.label(), role(measure, wait))
                : builder.reason(measure.label().toLowerCase(Locale.ROOT), role(measure, wait));
    }

    private static Role role(Measure measure, WaitKind wait) {
        return switch (measure) {
            case BLOCKED -> wait == WaitKind.NONE ? Role.OTHER : Role.of(GoState.WAITING, wait);
            case RUNNABLE -> Role.RUNNABLE;
            case SYSCALL, C_CALLS -> Role.SYSCALL;
            case ASSISTS -> Role.ASSIST;
            case CREATION -> Role.TASK;
            case RUNNING, CPU -> Role.RUNNING;
        };
    }

    private void samples(FlameQuery query, IntPredicate wanted, FlameBuilder builder) {
        EventStore events = model.trace().events();
        for (int row : model.cpuSampleRows()) {
            long ns = events.time(row);
            int g = events.goroutine(row);
            boolean counts = query.filter().everything() || g >= 0 && wanted.test(g);
            if (counts && ns >= query.range().fromNs() && ns <= query.range().toNs()) {
                builder.add(builder.reason("running", Role.RUNNING), events.stack(row), 1, 1);
            }
        }
    }

    private void creations(FlameQuery query, IntPredicate wanted, FlameBuilder builder) {
        Goroutines all = model.goroutines();
        for (int g = 0; g < all.count(); g++) {
            long ns = all.bornNs(g);
            if (!all.bornBefore(g) && !all.system(g) && wanted.test(g) && ns >= query.range().fromNs()
                    && ns <= query.range().toNs()) {
                builder.add(builder.reason("created", Role.TASK), all.creationStack(g), 1, 1);
            }
        }
    }

    private void assists(FlameQuery query, IntPredicate wanted, FlameBuilder builder) {
        for (Range assist : model.ranges(Range.Kind.MARK_ASSIST)) {
            long ns = Math.min(assist.endNs(), query.range().toNs())
                    - Math.max(assist.startNs(), query.range().fromNs());
            if (ns > 0 && wanted.test(assist.goroutine())) {
                builder.add(builder.reason("mark assist", Role.ASSIST), assist.stack(), ns, 1);
            }
        }
    }
}
