package dev.faultline.model.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Samples;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.compare.FindingChange.Status;
import dev.faultline.model.compare.Subject.Kind;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Traces of one program against each other.
class ComparisonTest {
    private static TraceFigures read(String name) {
        TraceFigures[] figures = new TraceFigures[1];
        Samples.check(Samples.ROOT.resolve(name), model -> {
            Facts facts = new Facts(model);
            figures[0] = FigureReader.read(facts, Rules.judge(facts, Settings.DEFAULTS));
        });
        return figures[0];
    }

    private static Comparison compare(String before, String after) {
        return Comparison.of(new Side(List.of(read(before))), new Side(List.of(read(after))));
    }

    @Test
    void twoRunsOfTheSameProgramAreTheSame() {
        Comparison comparison = compare("comparison/before.trace.gz", "comparison/again.trace.gz");
        assertTrue(comparison.same(), comparison.changes().toString());
        assertEquals("No difference.", DifferenceWords.headline(comparison));
        assertTrue(DifferenceWords.same(comparison).matches("[89]\\d values, 2\\d subjects whole, \\d findings"),
                DifferenceWords.same(comparison));
    }

    @Test
    void aLongerLockComesFirst() {
        Comparison comparison = compare("comparison/before.trace.gz", "comparison/longer-lock.trace.gz");
        Change first = comparison.changes().getFirst();
        assertEquals(new Subject(Kind.WAITS, "sync.(*Mutex).Lock in main.(*store).get"), first.subject());
        assertEquals(Verdict.WORSE, first.verdict());
        assertEquals("main.(*store).get main.go:31", first.place());
        assertTrue(first.lead().ratio() > 10, DifferenceWords.line(first.lead()));
        assertTrue(DifferenceWords.line(first.lead()).matches("wait time \\S+ ms/s → \\S+ ms/s \\(\\S+ ×\\)"),
                DifferenceWords.line(first.lead()));
        assertTrue(comparison.worse());
        assertEquals("wait site: sync.(*Mutex).Lock in main.(*store).get", DifferenceWords.name(first.subject()));
    }

    @Test
    void aLeakIsAFindingThatIsNewAndGoneTheOtherWay() {
        Comparison comparison = compare("comparison/before.trace.gz", "comparison/leak.trace.gz");
        FindingChange leak = comparison.findings().stream()
                .filter(f -> f.key().equals("goroutine-leak created:main.checkout at:main.audit")).findFirst()
                .orElseThrow();
        assertEquals(Status.NEW, leak.status());
        assertTrue(comparison.worseFindings());
        Comparison back = compare("comparison/leak.trace.gz", "comparison/before.trace.gz");
        assertFalse(back.worse(), back.changes(Verdict.WORSE).toString());
        assertTrue(back.findings(Verdict.BETTER).stream().anyMatch(f -> f.key().equals(leak.key())));
    }

    @Test
    void placesHaveTheSameNamesInTracesOfTwoReleases() {
        TraceFigures old = read("go1.24/pool-swallows-timeout.trace");
        TraceFigures now = read("go1.27/pool-swallows-timeout.trace");
        List<Subject> own = now.values().keySet().stream().filter(s -> s.name().contains("main.")).toList();
        assertTrue(own.size() > 8, own.toString());
        long known = own.stream().filter(old.values()::containsKey).count();
        assertTrue(known >= own.size() - 1, own.toString());
        assertTrue(own.stream().noneMatch(s -> s.name().matches(".*(\\.go:|func\\d).*")), own.toString());
    }

    private static Side found(int runs, int having, Severity severity) {
        Finding finding = new Finding("goroutine-leak", severity, Confidence.CERTAIN, "Some leaked.", "", "",
                new Evidence(List.of(), List.of(), List.of(), List.of(), List.of()), List.of(), null, 1);
        return new Side(java.util.stream.IntStream.range(0, runs).mapToObj(run -> new TraceFigures("a", "Go 1.27",
                1_000_000, true, new TreeMap<>(), Map.of(), run < having ? List.of(finding) : List.of())).toList());
    }

    private static Status status(Side before, Side after) {
        return Comparison.of(before, after).findings().getFirst().status();
    }

    @Test
    void findingsThatComeAndGoBetweenRunsAreNoDifference() {
        assertEquals(Status.NEW, status(found(1, 0, Severity.WARNING), found(1, 1, Severity.WARNING)));
        assertEquals(Status.PASSING, status(found(1, 0, Severity.WARNING), found(1, 1, Severity.NOTICE)));
        assertEquals(Status.PASSING, status(found(5, 0, Severity.WARNING), found(5, 2, Severity.WARNING)));
        assertEquals(Status.NEW, status(found(5, 0, Severity.WARNING), found(5, 3, Severity.NOTICE)));
        assertEquals(Status.GONE, status(found(5, 4, Severity.NOTICE), found(5, 0, Severity.NOTICE)));
        assertEquals(Status.SAME, status(found(5, 4, Severity.NOTICE), found(5, 1, Severity.NOTICE)));
        assertEquals(Status.WORSE, status(found(1, 1, Severity.NOTICE), found(1, 1, Severity.WARNING)));
        assertEquals(Status.BETTER, status(found(1, 1, Severity.CRITICAL), found(1, 1, Severity.WARNING)));
        Comparison several = Comparison.of(found(5, 0, Severity.WARNING), found(5, 3, Severity.NOTICE));
        assertEquals(", in 3 of 5 new runs", DifferenceWords.runs(several, several.findings().getFirst()));
    }
}
