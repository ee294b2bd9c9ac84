package dev.faultline.views.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Goroutines;
import dev.faultline.model.TraceModel;
import dev.faultline.views.Samples;
import dev.faultline.views.flame.FlameQuery.Shape;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Filter;
import dev.faultline.views.timeline.row.Thing;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What flame trees add up, against the sums of the model.
class FlameSourceTest {
    private final TraceModel model = Samples.facts("go1.27/pool-swallows-timeout").model();
    private final Goroutines all = model.goroutines();
    private final TimeRange whole = new TimeRange(0, model.durationNs());
    private final FlameSource source = new FlameSource(model);

    private FlameTree tree(Measure measure) {
        return source.tree(FlameQuery.of(measure, whole));
    }

    private long sum(IntToLongFunction of) {
        return IntStream.range(0, all.count()).filter(g -> !all.system(g)).mapToLong(of).sum();
    }

    @Test
    void statesAddUpToTheModelsSums() {
        assertEquals(sum(all::runningNs), tree(Measure.RUNNING).weight(0));
        assertEquals(sum(all::runnableNs), tree(Measure.RUNNABLE).weight(0));
        assertEquals(sum(all::syscallNs), tree(Measure.SYSCALL).weight(0));
        assertEquals(IntStream.range(0, all.count()).filter(g -> !all.bornBefore(g) && !all.system(g)).count(),
                tree(Measure.CREATION).weight(0));
        assertTrue(tree(Measure.C_CALLS).isEmpty());
        assertTrue(tree(Measure.CPU).isEmpty());
    }

    @Test
    void halvesOfTheTimeAddUp() {
        for (Measure measure : new Measure[]{Measure.BLOCKED, Measure.RUNNING, Measure.SYSCALL}) {
            long parts = 0;
            long step = model.durationNs() / 8;
            for (int i = 0; i < 8; i++) {
                long to = i == 7 ? model.durationNs() : (i + 1) * step;
                parts += source.tree(FlameQuery.of(measure, new TimeRange(i * step, to))).weight(0);
            }
            assertEquals(tree(measure).weight(0), parts, measure.label());
        }
    }

    @Test
    void aFilterSaysWhichGoroutinesCount() {
        FlameTree some = source.tree(FlameQuery.of(Measure.RUNNING, whole).with(Filter.parse("id:11")));
        assertEquals(all.runningNs(all.indexOf(11)), some.weight(0));
    }

    @Test
    void reversedTreesBeginWithTheInnermostFunction() {
        FlameQuery query = FlameQuery.of(Measure.BLOCKED, whole).with(new Shape(true, false, Set.of(), false));
        FlameTree tree = source.tree(query);
        assertEquals(tree(Measure.BLOCKED).weight(0), tree.weight(0));
        int network = child(tree, 0, "network");
        assertTrue(IntStream.range(0, tree.size()).filter(n -> tree.parent(n) == network)
                .mapToObj(tree::name).allMatch(name -> name.startsWith("internal/poll.")));
    }

    @Test
    void hiddenFramesLeaveTheirTimeToTheOthers() {
        FlameTree before = tree(Measure.BLOCKED);
        String name = before.name(before.firstChild(child(before, 0, "network")));
        FlameTree after = source.tree(FlameQuery.of(Measure.BLOCKED, whole)
                .with(new Shape(false, false, Set.of(name), false)));
        assertEquals(before.weight(0), after.weight(0));
        assertFalse(IntStream.range(0, after.size()).anyMatch(n -> after.name(n).equals(name)));
        FlameTree own = source
                .tree(FlameQuery.of(Measure.BLOCKED, whole).with(new Shape(false, false, Set.of(), true)));
        assertEquals(before.weight(0), own.weight(0));
        assertTrue(own.size() < before.size());
    }

    @Test
    void inTheOrderOfTimeAGoroutinesBoxesFollowOneAnother() {
        FlameTree tree = source.tree(FlameQuery.of(Measure.BLOCKED, whole).with(Filter.parse("id:1"))
                .with(new Shape(false, true, Set.of(), false)));
        assertEquals(1, IntStream.range(0, tree.size()).filter(n -> tree.parent(n) == 0).count());
        int goroutine = tree.firstChild(0);
        String before = "";
        int changes = 0;
        for (int n = tree.firstChild(goroutine); n >= 0; n = tree.next(n)) {
            assertFalse(before.equals(tree.name(n)), "the same reason twice in a row is one box");
            before = tree.name(n);
            changes++;
        }
        assertTrue(changes > 2, "it slept and waited in turns");
    }

    @Test
    void aDiffTellsWhatGrewAndWhatShrank() {
        FlameTree first = source.tree(FlameQuery.of(Measure.BLOCKED, new TimeRange(0, model.durationNs() / 2)));
        FlameTree second = source.tree(FlameQuery.of(Measure.BLOCKED,
                new TimeRange(model.durationNs() / 2, model.durationNs())));
        FlameDiff diff = FlameDiff.of(first, second);
        FlameTree tree = diff.tree();
        assertEquals(1e9, tree.weight(0), 1);
        assertEquals(0, tree.change(0));
        int network = child(tree, 0, "network");
        assertEquals(first.share(child(first, 0, "network")), diff.shareBefore(network));
        assertEquals(second.share(child(second, 0, "network")), diff.shareAfter(network));
        assertEquals(Math.signum(diff.shareAfter(network) - diff.shareBefore(network)),
                Math.signum(tree.change(network)));
        FlameDiff same = FlameDiff.of(first, first);
        assertTrue(IntStream.range(0, same.tree().size()).allMatch(n -> same.tree().change(n) == 0));
    }

    @Test
    void aBoxLeadsToItsLongestSpan() {
        FlameQuery query = FlameQuery.of(Measure.BLOCKED, whole);
        FlameTree tree = source.tree(query);
        int network = child(tree, 0, "network");
        Thing.Goroutine longest = new FlamePath(model, query, tree, tree.firstChild(network)).longest().orElseThrow();
        TimeRange time = longest.time(model);
        assertTrue(time.durationNs() > 700_000_000, "G11 reads for 802 ms");
        assertEquals("network", model.spans(longest.goroutine()).wait(longest.span()).label());
    }

    private static int child(FlameTree tree, int of, String name) {
        for (int n = tree.firstChild(of); n >= 0; n = tree.next(n)) {
            if (tree.name(n).equals(name)) {
                return n;
            }
        }
        throw new AssertionError(name);
    }
}
