package dev.faultline.model.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.Goroutines;
import dev.faultline.model.ProcSpans;
import dev.faultline.model.Range;
import dev.faultline.model.Samples;
import dev.faultline.model.Script;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.Trace;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A stretch that is cut out tells the same of itself as the whole trace does.
class TraceCutTest {
    static List<Path> traces() {
        return Samples.traces();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("traces")
    void everybodyDoesWhatWasDoneInTheWholeTrace(Path file) {
        Samples.check(file, whole -> cut(whole, 0.3, 0.7, (all, cut) -> {
            sameGoroutines(all, cut);
            samePs(all, cut);
        }));
    }

    @Test
    void theWholeStretchIsTheWholeTrace() {
        Samples.check(Samples.trace("go1.27/pool-swallows-timeout"), whole -> cut(whole, 0, 1, (all, cut) -> {
            assertEquals(all.durationNs(), cut.durationNs());
            assertEquals(all.tasks().size(), cut.tasks().size());
            assertEquals(all.goroutines().count(), cut.goroutines().count());
            sameGoroutines(all, cut);
        }));
    }

    @Test
    void itKnowsWhereItBegins() {
        Samples.check(Samples.trace("go1.27/pool-swallows-timeout"), whole -> {
            long third = whole.durationNs() / 3;
            try (Trace cut = TraceCut.of(whole, third, Long.MAX_VALUE, Progress.NONE)) {
                assertEquals(third, cut.originNs());
                assertEquals(whole.durationNs() - third, cut.durationNs());
                try (Trace again = TraceCut.of(ModelBuilder.build(cut, Progress.NONE), third, 2 * third,
                        Progress.NONE)) {
                    assertEquals(2 * third, again.originNs());
                }
            }
        });
    }

    @Test
    void anEmptyStretchIsRefused() {
        Samples.check(Samples.trace("go1.27/nil-channel"), whole -> {
            assertThrows(IllegalArgumentException.class, () -> TraceCut.of(whole, 5, 5, Progress.NONE));
            assertThrows(IllegalArgumentException.class,
                    () -> TraceCut.of(whole, whole.durationNs(), Long.MAX_VALUE, Progress.NONE));
        });
    }

    @Test
    void cuttingEndsWhenCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void update(dev.faultline.trace.progress.Phase phase, long done, long total) {
                // nobody looks
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Samples.check(Samples.trace("go1.27/nil-channel"), whole -> assertThrows(CancellationException.class,
                () -> TraceCut.of(whole, 0, Long.MAX_VALUE, cancelled)));
    }

    /// Wherever it begins: within mark phases, pauses, assists, sweeps.
    @Test
    void whatIsUnderWayGoesOn() {
        Samples.check(Samples.ROOT.resolve("go1.27/gc-pressure.trace.gz"), whole -> {
            List<Range> starts = new ArrayList<>();
            for (Range.Kind kind : Range.Kind.values()) {
                whole.ranges(kind).stream().filter(r -> r.durationNs() > 1).limit(8).forEach(starts::add);
            }
            assertTrue(starts.stream().map(Range::kind).distinct().count() >= 3, "kinds");
            for (Range range : starts) {
                double middle = (range.startNs() + range.durationNs() / 2.0) / whole.durationNs();
                cut(whole, middle, Math.min(1, middle + 0.05), (all, cut) -> {
                    sameGoroutines(all, cut);
                    samePs(all, cut);
                });
            }
        });
    }

    @Test
    void itKnowsWhatTheWholeTraceKnowsOfTheTimeBefore() {
        Samples.check(Samples.trace("go1.27/pool-swallows-timeout"), whole -> cut(whole, 0.12, 0.47, (all, cut) -> {
            int older = 0;
            for (int g = 0; g < cut.goroutines().count(); g++) {
                int same = all.goroutines().indexOf(cut.goroutines().id(g));
                assertEquals(all.goroutines().creationStack(same), cut.goroutines().creationStack(g));
                int creator = all.goroutines().creator(same);
                int known = cut.goroutines().creator(g);
                assertTrue(known < 0 || cut.goroutines().id(known) == all.goroutines().id(creator));
                older += cut.goroutines().bornBefore(g) && creator >= 0 ? 1 : 0;
            }
            assertTrue(older > 4, "some were created before it");
            int before = 0;
            for (int t = 0; t < cut.tasks().size(); t++) {
                int same = all.tasks().indexOfId(cut.tasks().id(t));
                assertEquals(all.tasks().name(same), cut.tasks().name(t));
                assertEquals(all.tasks().parent(same), cut.tasks().parent(t));
                assertTrue(cut.tasks().known(t));
                boolean over = all.tasks().ended(same)
                        && all.tasks().endNs(same) <= cut.trace().originNs() + cut.durationNs();
                assertEquals(over, cut.tasks().ended(t), "task " + cut.tasks().id(t));
                before += cut.tasks().began(t) ? 0 : 1;
            }
            assertTrue(before > 2, "some tasks were begun before it");
        }));
    }

    @Test
    void whatIsMissingIsMissingInItToo() {
        Script script = new Script(1_000).missing(1).create(10, Script.MAIN, 7, "main.work", "main.main:5")
                .start(11, 7).block(12, 7, "chan receive", "main.work:9")
                .create(20, Script.MAIN, 8, "main.other", "main.main:6").start(21, 8)
                .block(22, 8, "chan send", "main.other:9").seen(600, 7, "main.work:9")
                .lost(new Loss(Place.at(9), 250, 100_000, 200_000, -1, "lost"));
        TraceModel whole = script.build();
        cut(whole, 0.1, 0.9, (all, cut) -> {
            assertEquals(2, cut.trace().generations().size());
            assertEquals(400_000, cut.trace().generations().getLast().startNs(), "the gap ends in the middle");
            assertEquals(700_000, cut.goroutines().endNs(cut.goroutines().indexOf(7)) - 100_000,
                    "seen again behind it");
            assertEquals(Math.max(0, all.goroutines().endNs(all.goroutines().indexOf(8)) - 100_000),
                    cut.goroutines().endNs(cut.goroutines().indexOf(8)), "nobody saw it again");
        });
        cut(whole, 0.7, 0.9, (all, cut) -> {
            assertEquals(1, cut.trace().generations().size());
            assertTrue(cut.goroutines().indexOf(7) >= 0);
            assertEquals(-1, cut.goroutines().indexOf(8), "nobody knows whether it still exists");
        });
    }

    private static void cut(TraceModel whole, double from, double to,
            java.util.function.BiConsumer<TraceModel, TraceModel> check) {
        long end = whole.durationNs();
        if (end == 0) {
            return;
        }
        try (Trace cut = TraceCut.of(whole, (long) (from * end), Math.max(1, (long) (to * end)),
                Progress.NONE)) {
            check.accept(whole, ModelBuilder.build(cut, Progress.NONE));
        }
    }

    private static void sameGoroutines(TraceModel whole, TraceModel cut) {
        Goroutines all = whole.goroutines();
        Goroutines kept = cut.goroutines();
        long from = cut.trace().originNs();
        long to = from + cut.durationNs();
        for (int g = 0; g < all.count(); g++) {
            if (!all.mentioned(g)) {
                continue;
            }
            String who = "goroutine " + all.id(g) + " " + all.name(g);
            int own = kept.indexOf(all.id(g));
            long[] expected = byState(whole.spans(g), from, to);
            long[] is = own < 0 || !kept.mentioned(own)
                    ? new long[expected.length]
                    : byState(cut.spans(own), 0, cut.durationNs());
            assertEquals(Arrays.toString(expected), Arrays.toString(is), who);
            if (own >= 0 && kept.mentioned(own)) {
                assertEquals(all.name(g), kept.name(own), who);
                assertEquals(all.system(g), kept.system(own), who);
            }
        }
    }

    /// Time by state, and behind that by what is waited for.
    private static long[] byState(Spans spans, long from, long to) {
        int states = GoState.values().length;
        long[] sums = new long[states + WaitKind.values().length];
        for (int i = 0; i < spans.size(); i++) {
            long ns = within(spans.start(i), spans.end(i), from, to);
            sums[spans.state(i).ordinal()] += ns;
            sums[states + spans.wait(i).ordinal()] += ns;
        }
        return sums;
    }

    private static long within(long start, long end, long from, long to) {
        return Math.max(0, Math.min(end, to) - Math.max(start, from));
    }

    private static void samePs(TraceModel whole, TraceModel cut) {
        long from = cut.trace().originNs();
        long to = from + cut.durationNs();
        for (int p = 0; p < whole.procCount(); p++) {
            long is = p < cut.procCount() ? busy(cut.procSpans(p), 0, cut.durationNs()) : 0;
            assertEquals(busy(whole.procSpans(p), from, to), is, "P" + p);
        }
        for (Range.Kind kind : Range.Kind.values()) {
            assertEquals(sum(whole, kind, from, to), sum(cut, kind, 0, cut.durationNs()), kind.name());
        }
        assertTrue(cut.trace().generations().size() <= whole.trace().generations().size());
    }

    private static long busy(ProcSpans spans, long from, long to) {
        long sum = 0;
        for (int i = 0; i < spans.size(); i++) {
            sum += within(spans.start(i), spans.end(i), from, to);
        }
        return sum;
    }

    private static long sum(TraceModel model, Range.Kind kind, long from, long to) {
        return model.ranges(kind).stream().mapToLong(r -> within(r.startNs(), r.endNs(), from, to)).sum();
    }
}
