package dev.faultline.model.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.gate.Compared.State;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Settings;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.text.Texts;
import dev.faultline.trace.event.Frame;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static final long SECOND = 1_000_000_000;

    private static Finding finding(String id, Severity severity, String function, int line, Figure... figures) {
        return new Finding(id, severity, Confidence.LIKELY, "", "", "",
                new Evidence(List.of(), List.of(), List.of(), List.of(), List.of()), List.of(figures),
                new Frame(function, "/a.go", line, 1), 0);
    }

    private static Finding leak(Severity severity, double leaked) {
        return finding("goroutine-leak", severity, "main.f.func1", 10, new Figure("leaked_count", "leaked", leaked));
    }

    private static Judgement judged(Finding... findings) {
        return new Judgement(Settings.DEFAULTS, List.of(findings), List.of());
    }

    private static List<State> states(Baseline baseline, long durationNs, Finding... findings) {
        return baseline.compare(judged(findings), durationNs).stream().map(Compared::state).toList();
    }

    @Test
    void knowsFindingsAgainWhateverTheirLinesAndClosures() {
        Baseline baseline = Baseline.of(judged(leak(Severity.WARNING, 8)), SECOND);
        Finding moved = finding("goroutine-leak", Severity.WARNING, "main.f.func7", 99,
                new Figure("leaked_count", "leaked", 9));
        assertEquals(List.of(State.KNOWN), states(baseline, SECOND, moved));
        assertEquals(List.of(State.NEW),
                states(baseline, SECOND, finding("goroutine-leak", Severity.WARNING, "main.g", 10)));
        assertEquals(List.of(State.NEW),
                states(baseline, SECOND, finding("deadlock", Severity.WARNING, "main.f", 10)));
    }

    @Test
    void oneMoreOfTheSameKeyIsNew() {
        Baseline baseline = Baseline.of(judged(leak(Severity.WARNING, 8), leak(Severity.NOTICE, 4)), SECOND);
        assertEquals(List.of(State.KNOWN, State.KNOWN, State.NEW), states(baseline, SECOND,
                leak(Severity.WARNING, 8), leak(Severity.WARNING, 8), leak(Severity.NOTICE, 2)));
    }

    /// Twice as much and five more; per second of trace, too.
    @ParameterizedTest
    @CsvSource({"8,15,1,KNOWN", "8,16,1,WORSE", "2,4,1,KNOWN", "2,7,1,WORSE", "8,16,2,KNOWN", "8,32,2,WORSE",
            "8,12,0.1,KNOWN", "0,4,1,KNOWN", "0,5,1,WORSE"})
    void isWorseOnlyBeyondWhatRunsDifferIn(double was, double is, double seconds, State state) {
        Baseline baseline = Baseline.of(judged(leak(Severity.WARNING, was)), SECOND);
        assertEquals(List.of(state), states(baseline, (long) (seconds * SECOND), leak(Severity.WARNING, is)));
    }

    @Test
    void aHigherSeverityIsWorseUnlessTheFigureHardlyGrew() {
        Baseline baseline = Baseline.of(judged(leak(Severity.WARNING, 9)), SECOND);
        assertEquals(List.of(State.KNOWN), states(baseline, SECOND, leak(Severity.CRITICAL, 10)));
        Compared worse = baseline.compare(judged(leak(Severity.CRITICAL, 13)), SECOND).getFirst();
        assertEquals(State.WORSE, worse.state());
        assertEquals("critical, was warning", worse.difference());
        Compared both = baseline.compare(judged(leak(Severity.CRITICAL, 90)), SECOND).getFirst();
        assertEquals("critical, was warning; leaked 90, was 9", both.difference());
        Baseline plain = Baseline.of(judged(finding("late-start", Severity.NOTICE, "main.f", 1)), SECOND);
        assertEquals(List.of(State.WORSE),
                states(plain, SECOND, finding("late-start", Severity.WARNING, "main.f", 1)));
        assertEquals(List.of(State.KNOWN), states(baseline, SECOND, leak(Severity.NOTICE, 9)));
    }

    @Test
    void holdsWhatAnyOfSeveralRunsShows() {
        Baseline one = Baseline.of(judged(leak(Severity.WARNING, 8)), SECOND);
        Baseline other = Baseline.of(judged(leak(Severity.CRITICAL, 20),
                finding("deadlock", Severity.WARNING, "main.g", 1)), 2 * SECOND);
        Baseline both = one.and(other);
        assertEquals(List.of("deadlock at:main.g", "goroutine-leak at:main.f"),
                both.all().stream().map(Baseline.Known::key).toList());
        Baseline.Known leak = both.all().getLast();
        assertEquals(Severity.CRITICAL, leak.severity());
        assertEquals(1, leak.count());
        assertEquals(Map.of("leaked_count", 20.0), leak.figures());
        assertArrayEquals(bytes(both), bytes(other.and(one)), "in whatever order");
    }

    @Test
    void isTheSameAfterAFile() throws IOException {
        Baseline baseline = Baseline.of(judged(leak(Severity.WARNING, 8), finding("gc-pressure", Severity.NOTICE,
                "main.\"q\u2028\n", 3, new Figure("cpu_ratio", "share", 0.123456789))), SECOND);
        byte[] written = bytes(baseline);
        assertArrayEquals(written, bytes(BaselineFile.read(new ByteArrayInputStream(written))));
        assertEquals('\n', written[written.length - 1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"faultline_baseline\":2}", "{\"faultline_baseline\":\"1\"}",
            "{\"faultline_baseline\":1,", "{\"faultline_baseline\":1,\"findings\":[{\"severity\":\"warning\"}]}",
            "{\"faultline_baseline\":1,\"findings\":[{\"key\":\"a\",\"severity\":\"dire\"}]}",
            "{\"faultline_baseline\":1,\"findings\":[{\"key\":\"a\",\"figures\":{\"x_ns\":\"1\"}}]}", "go 1.22 trace"})
    void refusesWhatIsNoBaseline(String text) {
        IOException e = assertThrows(BaselineFile.InvalidException.class,
                () -> BaselineFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }

    @Test
    void passesOverFieldsThatALaterVersionAdds() throws IOException {
        String text = "{\"made\":{\"by\":[1]},\"faultline_baseline\":1,\"findings\":[{\"key\":\"a\",\"more\":[{}],"
                + "\"severity\":\"critical\"}]}";
        Baseline read = BaselineFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("a"), read.all().stream().map(Baseline.Known::key).toList());
        assertEquals(Severity.CRITICAL, read.all().getFirst().severity());
    }

    /// What is compared is there, and not a figure of something else.
    @Test
    void tracksFiguresThatTheirRulesHave() {
        Map<String, Rule> rules = Rules.all().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        Tracked.names().forEach((id, names) -> {
            assertTrue(rules.containsKey(id), id);
            Texts texts = rules.get(id).texts();
            names.forEach(name -> assertTrue(texts.keys().contains("figure." + name), id + " " + name));
        });
    }

    private static byte[] bytes(Baseline baseline) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BaselineFile.write(baseline, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
