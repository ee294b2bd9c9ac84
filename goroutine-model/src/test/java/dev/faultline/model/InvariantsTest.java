package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of every trace, told by two different ways to the same figures.
@Tag("slow")
class InvariantsTest {
    static List<Path> traces() {
        return Samples.traces();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void spansAreGaplessAndAddUpToTheTotals(Path file) {
        Samples.check(file, model -> {
            Goroutines goroutines = model.goroutines();
            for (int g = 0; g < goroutines.count(); g++) {
                Spans spans = model.spans(g);
                assertEquals(goroutines.mentioned(g), spans.size() > 0, "goroutine " + goroutines.id(g));
                if (spans.size() > 0) {
                    checkGapless(goroutines, spans);
                    checkTotals(goroutines, spans);
                }
            }
        });
    }

    private static void checkGapless(Goroutines goroutines, Spans spans) {
        int g = spans.goroutine();
        assertEquals(goroutines.bornNs(g), spans.start(0), "birth");
        for (int i = 0; i < spans.size(); i++) {
            assertTrue(spans.end(i) >= spans.start(i), "span " + i);
            assertEquals(i + 1 < spans.size() ? spans.start(i + 1) : goroutines.endNs(g), spans.end(i), "span " + i);
            assertEquals(spans.state(i) == GoState.WAITING, spans.wait(i) != WaitKind.NONE, "span " + i);
            if (spans.end(i) > spans.start(i)) {
                assertEquals(i, spans.at(spans.start(i)), "span at its own start");
            }
        }
    }

    private static void checkTotals(Goroutines goroutines, Spans spans) {
        int g = spans.goroutine();
        long[] byState = new long[GoState.values().length];
        long[] byKind = new long[WaitKind.values().length];
        for (int i = 0; i < spans.size(); i++) {
            byState[spans.state(i).ordinal()] += spans.end(i) - spans.start(i);
            byKind[spans.wait(i).ordinal()] += spans.end(i) - spans.start(i);
        }
        String who = "goroutine " + goroutines.id(g);
        assertEquals(byState[GoState.RUNNING.ordinal()], goroutines.runningNs(g), who);
        assertEquals(byState[GoState.RUNNABLE.ordinal()], goroutines.runnableNs(g), who);
        assertEquals(byState[GoState.SYSCALL.ordinal()], goroutines.syscallNs(g), who);
        for (WaitKind kind : WaitKind.values()) {
            if (kind != WaitKind.NONE) {
                assertEquals(byKind[kind.ordinal()], goroutines.waitingNs(g, kind), who + " " + kind);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void onePassTellsTheSameSpansAsGoingThroughTheGoroutines(Path file) {
        Samples.check(file, model -> {
            Spans[] spans = new Spans[model.goroutines().count()];
            int[] seen = new int[spans.length];
            for (SpanCursor c = model.allSpans(); c.next();) {
                int g = c.goroutine();
                if (spans[g] == null) {
                    spans[g] = model.spans(g);
                }
                int i = seen[g]++;
                String who = "span " + i + " of goroutine " + model.goroutines().id(g);
                assertEquals(spans[g].start(i), c.start(), who);
                assertEquals(spans[g].end(i), c.end(), who);
                assertEquals(spans[g].state(i), c.state(), who);
                assertEquals(spans[g].wait(i), c.kind(), who);
                assertEquals(spans[g].endRow(i) < 0, c.open(), who);
            }
            for (int g = 0; g < seen.length; g++) {
                assertEquals(model.spans(g).size(), seen[g], "spans of goroutine " + model.goroutines().id(g));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("traces")
    void everyLaneHasOneGoroutineAtATimeAndTheyAgreeOnIt(Path file) {
        Samples.check(file, model -> {
            for (int p = 0; p < model.procCount(); p++) {
                checkLane(model, model.procSpans(p));
            }
            for (int t = 0; t < model.trace().threads().size(); t++) {
                checkLane(model, model.threadSpans(t));
            }
        });
    }

    private static void checkLane(TraceModel model, ProcSpans lane) {
        long last = 0;
        for (int i = 0; i < lane.size(); i++) {
            assertTrue(lane.start(i) >= last, "spans overlap");
            assertTrue(lane.end(i) >= lane.start(i), "span runs backwards");
            last = lane.end(i);
            if (lane.end(i) > lane.start(i)) {
                Spans spans = model.spans(lane.goroutine(i));
                int at = spans.at(lane.start(i));
                assertEquals(lane.state(i), spans.state(at), "state of goroutine on lane " + lane.proc());
                assertEquals(i, lane.firstEndingAfter(lane.start(i)), "search");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("traces")
    void groupsHoldEachGoroutineOnce(Path file) {
        Samples.check(file, model -> {
            int members = 0;
            for (GoroutineGroup group : model.groups()) {
                members += group.members().size();
                for (int g : group.members()) {
                    assertEquals(group.index(), model.goroutines().group(g));
                }
            }
            assertEquals(model.goroutines().count(), members);
        });
    }
}
