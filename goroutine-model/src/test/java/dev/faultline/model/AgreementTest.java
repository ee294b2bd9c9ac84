package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.KnownTime;
import dev.faultline.model.analysis.gc.GcCycle;
import dev.faultline.model.analysis.measure.Survival;
import dev.faultline.model.analysis.task.Fractures;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.judge.Judged;
import dev.faultline.model.rules.Finding;
import dev.faultline.trace.event.EventCursor;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Over all samples: what the model and the analyses say is what the events say when they are read in the plainest way, and
/// what one of them says is what the others say.
@Tag("slow")
class AgreementTest {
    static List<Path> traces() {
        return Samples.traces();
    }

    private static EventCursor events(TraceModel model) {
        return model.trace().events().cursor(0, model.trace().events().size());
    }

    @ParameterizedTest
    @MethodSource("traces")
    void birthsAndEndsAreThoseOfTheEvents(Path file) {
        Samples.check(file, model -> {
            Goroutines goroutines = model.goroutines();
            int n = goroutines.count();
            long[] born = new long[n];
            long[] end = new long[n];
            int[] creator = new int[n];
            Arrays.fill(end, model.durationNs());
            Arrays.fill(creator, -1);
            for (EventCursor e = events(model); e.next();) {
                switch (e.type()) {
                    case GO_CREATE, GO_CREATE_BLOCKED, GO_CREATE_SYSCALL -> {
                        born[e.subject()] = e.time();
                        creator[e.subject()] = e.goroutine();
                    }
                    case GO_DESTROY, GO_DESTROY_SYSCALL -> end[e.subject()] = e.time();
                    case GO_SWITCH_DESTROY -> end[e.goroutine()] = e.time();
                    default -> {
                        // nobody comes or goes
                    }
                }
            }
            for (int g = 0; g < n; g++) {
                String who = "goroutine " + goroutines.id(g);
                assertEquals(born[g], goroutines.bornNs(g), who);
                assertEquals(end[g], goroutines.endNs(g), who);
                assertEquals(end[g] - born[g], goroutines.lifeNs(g), who);
                assertEquals(creator[g], goroutines.creator(g), who);
                assertTrue(creator[g] < 0 || goroutines.children(creator[g]).contains(g), who);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void regionsEndWhereTheInnermostOfTheirNameAndTaskDoes(Path file) {
        Samples.check(file, model -> {
            List<Region> regions = model.regions();
            Int2ObjectOpenHashMap<Deque<Integer>> open = new Int2ObjectOpenHashMap<>();
            long[] ends = new long[regions.size()];
            Arrays.fill(ends, -1);
            int next = 0;
            for (EventCursor e = events(model); e.next();) {
                switch (e.type()) {
                    case USER_REGION_BEGIN -> open.computeIfAbsent(e.subject(), _ -> new ArrayDeque<>()).push(next++);
                    case USER_REGION_END -> {
                        int closed = close(regions, open.getOrDefault(e.subject(), new ArrayDeque<>()), e, model);
                        ends[closed < 0 ? next++ : closed] = e.time();
                    }
                    default -> {
                        // no region
                    }
                }
            }
            assertEquals(next, regions.size());
            for (int r = 0; r < next; r++) {
                assertEquals(ends[r] >= 0, regions.get(r).ended(), "region " + r);
                assertTrue(ends[r] < 0 || ends[r] == regions.get(r).endNs(), "region " + r);
                assertEquals(regions.get(r).endNs(), model.regions().endNs(r));
                assertEquals(regions.get(r).startNs(), model.regions().startNs(r));
            }
        });
    }

    /// The region that an end closes is no longer open; -1 for none.
    private static int close(List<Region> regions, Deque<Integer> open, EventCursor end, TraceModel model) {
        String name = model.trace().strings().get((int) end.b());
        for (Iterator<Integer> inner = open.iterator(); inner.hasNext();) {
            int r = inner.next();
            if (regions.get(r).name().equals(name) && regions.get(r).task() == end.a()) {
                inner.remove();
                return r;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @MethodSource("traces")
    void tasksAreThoseOfTheEventsWithoutTheBackgroundTask(Path file) {
        Samples.check(file, model -> {
            Long2IntOpenHashMap tasks = new Long2IntOpenHashMap();
            List<Long> ends = new ArrayList<>();
            for (EventCursor e = events(model); e.next();) {
                switch (e.type()) {
                    case USER_TASK_BEGIN -> {
                        tasks.put(e.a(), ends.size());
                        ends.add(-1L);
                    }
                    case USER_TASK_END -> {
                        if (tasks.containsKey(e.a()) && ends.get(tasks.get(e.a())) < 0) {
                            ends.set(tasks.get(e.a()), e.time());
                        }
                    }
                    default -> {
                        // no task
                    }
                }
            }
            List<Task> begun = model.tasks().stream().filter(Task::began).toList();
            assertEquals(ends, begun.stream().map(t -> t.ended() ? t.endNs() : -1L).toList());
            assertTrue(model.tasks().stream().noneMatch(t -> t.id() == 0));
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void percentilesAreInOrderAndWithinWhatWasMeasured(Path file) {
        Samples.check(file, model -> {
            for (SiteWait site : new Facts(model).timing().waits()) {
                Survival survival = site.survival();
                long last = 0;
                for (double share : new double[]{0.5, 0.95, 0.99, 1}) {
                    long ns = survival.quantile(share).orElse(site.times().max());
                    assertTrue(ns >= last && ns <= site.times().max(),
                            share + " of the waits at site " + site.site() + " takes " + ns);
                    last = ns;
                    assertTrue(site.times().quantile(share) <= site.times().max());
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void sharesAreNeverAboveAllAndSumsNeverAboveTheTrace(Path file) {
        Samples.check(file, model -> {
            for (Range.Kind kind : new Range.Kind[]{Range.Kind.STW, Range.Kind.GC_MARK}) {
                List<Range> ranges = model.ranges(kind);
                KnownTime known = KnownTime.of(model.trace());
                assertEquals(model.durationNs(), known.ns(), "no generation is missing here");
                long covered = known.coveredNs(ranges);
                assertTrue(covered <= model.durationNs());
                assertEquals(ranges.stream().mapToLong(Range::durationNs).sum(), covered, "none overlap here");
            }
            for (Finding finding : Judged.of(model).all()) {
                finding.figures().stream().filter(f -> f.name().endsWith("marking_ratio")
                        || f.name().endsWith("share_ratio") || f.name().equals("fracture_ratio"))
                        .forEach(f -> assertTrue(f.value() >= 0 && f.value() <= 1, f.name() + " " + f.value()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void pausesOfTheGcCountForOneCollectionEach(Path file) {
        Samples.check(file, model -> {
            List<GcCycle> cycles = new Facts(model).gcCycles().all();
            long end = cycles.isEmpty() ? -1 : cycles.getLast().endNs();
            assertEquals(model.ranges(Range.Kind.STW).stream()
                    .filter(p -> p.reason().startsWith("GC ") && p.startNs() <= end).mapToLong(Range::durationNs).sum(),
                    cycles.stream().mapToLong(GcCycle::stopNs).sum());
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theFractureRateIsThatOfTheFindings(Path file) {
        Samples.check(file, model -> {
            Fractures fractures = new Facts(model).fractures();
            double lost = Judged.of(model).all().stream().filter(f -> f.id().equals("broken-context"))
                    .flatMap(f -> f.figures().stream()).filter(f -> f.name().equals("lost_regions_count"))
                    .mapToDouble(f -> f.value()).sum();
            assertEquals(lost, fractures.lostCount());
        });
    }
}
