package dev.faultline.views.timeline.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.views.Samples;
import dev.faultline.views.filter.Completion;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the terms of a filter keep, of a trace with 24 callers and a pool of four workers.
class FilterTest {
    private final TraceModel model = Samples.facts("go1.27/pool-swallows-timeout").model();
    private final Goroutines all = model.goroutines();

    private int[] kept(String text) {
        Filter filter = Filter.parse(text);
        assertEquals("", filter.problem(), text);
        IntPredicate keeps = filter.on(model);
        return IntStream.range(0, all.count()).filter(keeps).toArray();
    }

    private void keeps(IntPredicate expected, String text) {
        int[] kept = kept(text);
        assertTrue(kept.length > 0 && kept.length < all.count(), text + " keeps " + kept.length);
        assertEquals(IntStream.range(0, all.count()).filter(expected).boxed().toList(),
                IntStream.of(kept).boxed().toList(), text);
    }

    @ParameterizedTest
    @CsvSource({"fn:main.poolSwallowsTimeout.func2, 4", "fn:MAIN.*.func3, 24", "fn:*, 66",
            "-fn:main.poolSwallowsTimeout.func3, 42", "fn:main.pool, 0", "func3, 24",
            "fn:main.*.func3 -id:1-99999, 0"})
    void namesMatchWhollyAndTextsInPart(String text, int count) {
        assertEquals(count, kept(text).length);
    }

    @Test
    void sitesAreThoseOfTheGroups() {
        keeps(g -> model.groups().get(all.group(g)).site().contains("spans.go:203"), "site:\"*spans.go:203*\"");
    }

    @Test
    void idsAreNumbersListsAndRanges() {
        keeps(g -> all.id(g) == 11, "id:11");
        keeps(g -> all.id(g) == 11 || all.id(g) == 14, "id:11,14");
        keeps(g -> all.id(g) == 1 || all.id(g) >= 10 && all.id(g) <= 20, "id:10-20,1");
    }

    @Test
    void withAreThoseThatItWokeOrCreatedOrThatDidSoToIt() {
        int main = all.indexOf(1);
        var links = new WakeLinks(model);
        var dealt = new BitSet();
        dealt.set(main);
        for (int g = 0; g < all.count(); g++) {
            for (int span = 0; span < model.spans(g).size(); span++) {
                int self = g;
                links.deeds(new Thing.Goroutine(g, span)).forEach(deed -> {
                    if (self == main || deed.other() == main) {
                        dealt.set(self == main ? deed.other() : self);
                    }
                });
            }
        }
        keeps(dealt::get, "with:1");
    }

    @Test
    void timesAreThoseOfTheModel() {
        keeps(g -> all.runningNs(g) > 100_000, "running>100us");
        keeps(g -> all.runningNs(g) < 100_000, "running<0.1ms");
        keeps(g -> all.runnableNs(g) > 20_000, "runnable>20\u00b5s");
        keeps(g -> all.syscallNs(g) > 1_000, "syscall>1000ns");
        keeps(g -> all.endNs(g) - all.bornNs(g) > 500_000_000, "lived>0.5s");
        keeps(g -> all.waitingNs(g, WaitKind.NETWORK) > 500_000_000, "network>500ms");
        keeps(g -> all.waitingNs(g, WaitKind.SLEEP) > 0, "sleep>0ns");
        keeps(g -> Blocked.ns(all, g) > 30_000_000, "blocked>0.0005min");
    }

    @Test
    void channelIsSendReceiveSelectAndForever() {
        keeps(g -> all.waitingNs(g, WaitKind.CHAN_SEND) + all.waitingNs(g, WaitKind.CHAN_RECEIVE)
                + all.waitingNs(g, WaitKind.SELECT) + all.waitingNs(g, WaitKind.FOREVER) > 1_000_000, "channel>1ms");
    }

    @Test
    void theStateIsTheLastOne() {
        keeps(all::ended, "state:ended");
        keeps(g -> !all.ended(g) && model.spans(g).wait(model.spans(g).size() - 1).role() == WaitKind.Role.CHANNEL,
                "state:channel");
    }

    @ParameterizedTest
    @CsvSource({"id:11 or id:14, 2", "not fn:main.poolSwallowsTimeout.func3, 42", "-(id:11 or id:14), 64",
            "(id:11 or id:14) and not id:14, 1", "not(id:11) id:11, 0", "id:11 or, 1", "id:11 and, 1",
            "func3 AND id:15, 1",
            "fn:main.main or fn:main.poolSwallowsTimeout.func2, 5"})
    void wordsJoinTerms(String text, int count) {
        assertEquals(count, kept(text).length);
    }

    @Test
    void aFrameMayBeAnywhereInAStack() {
        keeps(g -> anyStack(g, "net.(*conn).Read"), "frame:net.(*conn).Read");
        keeps(g -> anyStack(g, "net.(*conn).Read"), "frame:*conn*Read");
        keeps(g -> anyStack(g, "spans.go:203"), "spans.go:203");
        keeps(g -> anyStack(g, "spans.go:203"), "file:*/spans.go:203");
    }

    private boolean anyStack(int g, String part) {
        var stacks = model.trace().stacks();
        IntPredicate holds = id -> stacks.frames(id).stream().anyMatch(frame -> frame.text().contains(part));
        return holds.test(all.creationStack(g))
                || IntStream.range(0, model.spans(g).size()).map(model.spans(g)::stack).anyMatch(holds);
    }

    @Test
    void tasksRegionsPsAndWaitsAreFound() {
        keeps(g -> model.tasks().stream().anyMatch(task -> task.goroutines().contains(g)
                || model.inheritedTask(g) >= 0 && task.id() == model.tasks().id(model.inheritedTask(g))), "task:call");
        long first = model.tasks().id(0);
        assertTrue(kept("task:#" + first).length < kept("task:call").length);
        keeps(g -> model.regions().stream().anyMatch(region -> region.goroutine() == g), "region:*");
        keeps(g -> all.waitingNs(g, WaitKind.NETWORK) > 0, "wait:network");
        assertTrue(kept("p:0 or p:1").length > kept("p:0").length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eaten>5ms", "blocked>5", "blocked>", "id:", "id:x", "id:1-2-3", "state:dead", "colour:red",
            "(id:11", "id:11)", "fn>5"})
    void whatMakesNoSenseIsSaid(String text) {
        Filter filter = Filter.parse(text);
        assertFalse(filter.problem().isEmpty());
        assertTrue(filter.everything());
    }

    @Test
    void anUnknownTermListsThoseThatThereAre() {
        String problem = Filter.parse("colour:red").problem();
        assertTrue(problem.startsWith("no term is called colour; there are fn, site, id, state, frame, file, task"),
                problem);
    }

    @Test
    void proposalsFitTheWordAtTheCaret() {
        assertEquals(List.of("frame:"), texts("id:11 fra", 9));
        assertEquals(List.of("region:"), texts("-reg", 4));
        assertEquals(List.of("state:runnable", "state:running"), texts("state:run", 9).stream().sorted().toList());
        assertTrue(texts("fn:func3", 8).contains("fn:main.poolSwallowsTimeout.func3"));
        assertTrue(texts("", 0).size() > 10);
    }

    private List<String> texts(String filter, int caret) {
        return Completion.of(Filter.fields(), model, filter, caret).stream().map(c -> c.text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "fn:\\E.*", "\"", "id:11 fn:[", "-", "not", "or", "\"http://a\""})
    void nothingTypedIsAnError(String text) {
        assertEquals("", Filter.parse(text).problem());
        Filter.parse(text).on(model).test(0);
    }
}
