package dev.faultline.model.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.compare.Quantity.Limits;
import dev.faultline.model.compare.Quantity.Made;
import dev.faultline.model.compare.Subject.Kind;
import dev.faultline.model.metric.Better;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/// What counts as a difference, by made-up values.
class ComparerTest {
    private static final Subject LOCK = new Subject(Kind.WAITS, "sync.(*Mutex).Lock in main.get");
    private static final Subject TASK = new Subject(Kind.TASK, "task checkout");
    private static final Quantity WAIT = new Quantity("wait", "wait time", "ns_per_s", Better.LOWER, Made.TIME,
            new Limits(2, 40e6, 10), 1);
    private static final Quantity CALLS = new Quantity("calls", "calls", "per_s", Better.LOWER, Made.COUNT,
            new Limits(2, 50, 0), 1);
    private static final Quantity P99 = new Quantity("p99", "p99 wait", "ns", Better.LOWER, Made.TAIL,
            new Limits(3, 1e6, 500), 1);

    private static TraceFigures trace(Subject subject, Quantity quantity, double value, long events) {
        return trace(Map.of(subject, Map.of(quantity, Reading.of(value, events))));
    }

    private static TraceFigures trace(Map<Subject, Map<Quantity, Reading>> values) {
        return new TraceFigures("a.trace", "Go 1.27", 1_000_000_000, true, new TreeMap<>(values), Map.of(), List.of());
    }

    private static Side side(DoubleFunction<TraceFigures> trace, double... values) {
        return new Side(Arrays.stream(values).mapToObj(trace).toList());
    }

    private static Side waits(double... values) {
        return side(value -> trace(LOCK, WAIT, value, 100), values);
    }

    private static Difference only(Side before, Side after) {
        Comparison comparison = Comparison.of(before, after);
        assertEquals(1, comparison.changes().size());
        return comparison.changes().getFirst().lead();
    }

    @Test
    void oneRunASideCountsBeyondRatioAndFloor() {
        assertEquals(Verdict.WORSE, only(waits(50e6), waits(110e6)).verdict());
        assertEquals(Verdict.BETTER, only(waits(110e6), waits(50e6)).verdict());
        assertEquals(Verdict.SAME, only(waits(50e6), waits(95e6)).verdict(), "below the ratio");
        assertEquals(Verdict.SAME, only(waits(1e6), waits(30e6)).verdict(), "below the floor");
        assertTrue(only(waits(50e6), waits(110e6)).spreadUnknown());
    }

    @Test
    void aSubjectOfOneSideOnlyHasNoneOfItOnTheOther() {
        Side without = side(_ -> trace(Map.of()), 0);
        Difference difference = only(without, waits(300e6));
        assertEquals(Verdict.WORSE, difference.verdict());
        assertEquals("0/s → 300.0 ms/s", DifferenceWords.values(difference));
        assertEquals("new", DifferenceWords.ratio(difference));
    }

    @Test
    void fewRunsMustNotOverlap() {
        assertEquals(Verdict.WORSE, only(waits(50e6, 60e6, 70e6), waits(150e6, 160e6, 400e6)).verdict());
        assertEquals(Verdict.SAME, only(waits(50e6, 60e6, 170e6), waits(150e6, 160e6, 400e6)).verdict());
    }

    @Test
    void countsThatChanceMovesAreNone() {
        Side few = side(value -> trace(LOCK, CALLS, value * 10, (long) value), 5);
        Side some = side(value -> trace(LOCK, CALLS, value * 10, (long) value), 15);
        assertEquals(Verdict.SAME, only(few, some).verdict(), "5 and 15 calls");
        Side many = side(value -> trace(LOCK, CALLS, value, (long) value), 500);
        Side more = side(value -> trace(LOCK, CALLS, value, (long) value), 1500);
        assertEquals(Verdict.WORSE, only(many, more).verdict());
    }

    @Test
    void aTailAloneIsChanceWithFewRuns() {
        Side before = side(value -> trace(LOCK, P99, value, 1000), 1e6);
        Side after = side(value -> trace(LOCK, P99, value, 1000), 90e6);
        assertEquals(Verdict.SAME, only(before, after).verdict());
        Map<Quantity, Reading> slow = new LinkedHashMap<>();
        slow.put(WAIT, Reading.of(900e6, 1000));
        slow.put(P99, Reading.of(90e6, 1000));
        Map<Quantity, Reading> fast = Map.of(WAIT, Reading.of(9e6, 1000), P99, Reading.of(1e6, 1000));
        Change change = Comparison.of(new Side(List.of(trace(Map.of(LOCK, fast)))),
                new Side(List.of(trace(Map.of(LOCK, slow))))).changes().getFirst();
        assertEquals(2, change.shown().size(), "with the total it counts");
    }

    @Test
    void manyRunsAreTested() {
        Side before = waits(200e6, 205e6, 199e6, 203e6, 201e6);
        Difference slower = only(before, waits(260e6, 270e6, 255e6, 258e6, 266e6));
        assertEquals(Verdict.WORSE, slower.verdict(), "far less than the ratio, but no chance");
        assertEquals(2 / 252.0, slower.p().orElseThrow(), 1e-9, "none of 252 splits of ten values is further apart");
        assertEquals(Verdict.SAME, only(before, waits(260e6, 270e6, 180e6, 150e6, 266e6)).verdict());
        assertEquals(Verdict.SAME, only(before, waits(202e6, 206e6, 204e6, 200e6, 207e6)).verdict(), "too near");
    }

    @Test
    void aTestedTailAloneCountsFromItsOwnRatioOn() {
        Side before = side(value -> trace(LOCK, P99, value, 1000), 10e6, 11e6, 12e6, 10.5e6, 11.5e6);
        Side somewhat = side(value -> trace(LOCK, P99, value, 1000), 20e6, 21e6, 22e6, 20.5e6, 21.5e6);
        assertEquals(Verdict.SAME, only(before, somewhat).verdict());
        Side far = side(value -> trace(LOCK, P99, value, 1000), 40e6, 41e6, 42e6, 40.5e6, 41.5e6);
        assertEquals(Verdict.WORSE, only(before, far).verdict());
    }

    @Test
    void aTestThatTheCorrectionLeavesNoChanceIsNoTest() {
        Side before = side(value -> many(20, value), 100e6, 101e6, 102e6, 103e6, 104e6);
        Side slightly = side(value -> many(20, value), 160e6, 161e6, 162e6, 163e6, 164e6);
        Comparison comparison = Comparison.of(before, slightly);
        assertTrue(comparison.same(), "20 values and 5 runs a side");
        Comparison far = Comparison.of(before, side(value -> many(20, value), 460e6, 461e6, 462e6, 463e6, 464e6));
        assertEquals(20, far.changes(Verdict.WORSE).size(), "by ratio and floor");
        assertTrue(far.notes().stream().anyMatch(note -> note.startsWith("20 values are judged by ratio and floor")),
                far.notes().toString());
    }

    private static TraceFigures many(int sites, double value) {
        Map<Subject, Map<Quantity, Reading>> values = new TreeMap<>();
        for (int i = 0; i < sites; i++) {
            values.put(new Subject(Kind.WAITS, "site " + i), Map.of(WAIT, Reading.of(value, 100)));
        }
        return trace(values);
    }

    @Test
    void ratesMustDifferPerPieceOfWork() {
        Side before = new Side(List.of(worked(100, 1000)));
        Comparison twice = Comparison.of(before, new Side(List.of(worked(200, 2000))));
        assertTrue(twice.same(), "twice the work, twice the calls");
        assertTrue(twice.notes().stream().anyMatch(note -> note.contains("2 × as many of task checkout")),
                twice.notes().toString());
        Comparison more = Comparison.of(before, new Side(List.of(worked(200, 9000))));
        assertEquals(List.of(LOCK), more.changes(Verdict.WORSE).stream().map(Change::subject).toList());
        Comparison less = Comparison.of(before, new Side(List.of(worked(30, 300))));
        assertTrue(less.changes(Verdict.BETTER).isEmpty(), "who does less calls less");
    }

    private static TraceFigures worked(long tasks, long calls) {
        return trace(Map.of(TASK, Map.of(TaskFigures.FINISHED, Reading.of(tasks, tasks)), LOCK,
                Map.of(CALLS, Reading.of(calls, calls))));
    }

    @Test
    void causesComeBeforeEffects() {
        Quantity started = new Quantity("started", "started", "per_s", Better.LOWER, Made.COUNT,
                new Limits(2, 20, 0), 1.8);
        Subject group = new Subject(Kind.GROUP, "main.worker");
        Side before = new Side(List.of(trace(Map.of(group, Map.of(started, Reading.of(100, 100)), LOCK,
                Map.of(WAIT, Reading.of(10e6, 100))))));
        Side after = new Side(List.of(trace(Map.of(group, Map.of(started, Reading.of(2000, 2000)), LOCK,
                Map.of(WAIT, Reading.of(10e9, 100))))));
        assertEquals(List.of(group, LOCK),
                Comparison.of(before, after).changes(Verdict.WORSE).stream().map(Change::subject).toList());
    }

    @Test
    void holmCorrectsFromTheSmallest() {
        double[] corrected = Significance.holm(new double[]{0.01, 0.04, 0.03, 0.005});
        assertEquals(0.03, corrected[0], 1e-12);
        assertEquals(0.06, corrected[1], 1e-12);
        assertEquals(0.06, corrected[2], 1e-12);
        assertEquals(0.02, corrected[3], 1e-12);
        assertEquals(1, Significance.p(new double[]{3, 3, 3, 3, 3}, new double[]{3, 3, 3, 3, 3}));
        assertEquals(2 / 252.0, Significance.least(5, 5), 1e-12);
    }

    @Test
    void lengthsAndReleasesAreTold() {
        TraceFigures early = new TraceFigures("old", "Go 1.24", 1_000_000_000, true, new TreeMap<>(), Map.of(),
                List.of());
        TraceFigures late = new TraceFigures("new", "Go 1.27", 30_000_000_000L, false, new TreeMap<>(), Map.of(),
                List.of());
        List<String> notes = Comparison.of(new Side(List.of(early)), new Side(List.of(late))).notes();
        assertEquals(4, notes.size(), notes.toString());
        assertTrue(notes.get(1).contains("last 1.00 s, the new ones 30.0 s"), notes.get(1));
        assertTrue(notes.get(2).contains("Go 1.24 and Go 1.27"), notes.get(2));
        assertTrue(notes.get(3).startsWith("One trace could not be read completely"), notes.get(3));
        assertFalse(Comparison.of(new Side(List.of(early)), new Side(List.of(early))).notes().size() > 1);
    }
}
