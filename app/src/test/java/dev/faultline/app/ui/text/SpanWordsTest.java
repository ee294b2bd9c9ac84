package dev.faultline.app.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.views.timeline.row.Thing;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanWordsTest {
    private static SpanWords words(Facts facts) {
        return new SpanWords(facts, new Lookup(facts.model()), () -> true);
    }

    private static Map<String, Fact> facts(Details details) {
        return details.facts().stream().collect(Collectors.toMap(Fact::label, fact -> fact, (a, _) -> a));
    }

    /// A worker of the pool reads from a peer that does not answer.
    @Test
    void aWaitSaysWhoWaitsWhereAndForWhat() throws IOException {
        Facts pool = Read.sample("go1.27/pool-swallows-timeout");
        TraceModel model = pool.model();
        int worker = model.goroutines().indexOf(11);
        Spans spans = model.spans(worker);
        int longest = 0;
        for (int i = 1; i < spans.size(); i++) {
            longest = spans.end(i) - spans.start(i) > spans.end(longest) - spans.start(longest) ? i : longest;
        }
        Details details = words(pool).span(worker, longest);
        assertTrue(details.title().startsWith("G") && details.title().contains("11")
                && details.title().contains("network"), details.title());
        Map<String, Fact> facts = facts(details);
        assertEquals("main.poolSwallowsTimeout.func2, one of 4", facts.get("Runs").text());
        assertEquals("pool job", facts.get("Region").text());
        assertTrue(facts.get("Task").text().startsWith("call"), facts.get("Task").text());
        var creator = (Thing.Goroutine) facts.get("Created by").link();
        assertEquals(1, model.goroutines().id(creator.goroutine()));
        assertTrue(details.stacks().getFirst().frames().stream()
                .anyMatch(frame -> frame.function().equals("internal/poll.(*FD).Read")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.27/pool-swallows-timeout", "go1.27/slow-leak", "go1.27/lost-context",
            "go1.19/healthy-load"})
    void everySpanIsToldAndItsLinksLeadToGoroutines(String name) throws IOException {
        Facts read = Read.sample(name);
        TraceModel model = read.model();
        SpanWords words = words(read);
        for (int g = 0; g < model.goroutines().count(); g++) {
            Spans spans = model.spans(g);
            for (int i = 0; i < Math.min(spans.size(), 40); i++) {
                check(model, words.span(g, i));
            }
            check(model, words.wholeLife(g));
        }
    }

    private static void check(TraceModel model, Details details) {
        assertTrue(!details.title().isBlank());
        for (Fact fact : details.facts()) {
            assertTrue(!fact.label().isBlank() && !fact.text().isBlank(), details.title() + ": " + fact);
            assertTrue(!fact.text().contains("null"), details.title() + ": " + fact);
            if (fact.link() instanceof Thing.Goroutine to) {
                assertTrue(to.goroutine() >= 0 && to.goroutine() < model.goroutines().count(), fact::toString);
            }
        }
    }
}
