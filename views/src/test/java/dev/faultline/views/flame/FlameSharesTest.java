package dev.faultline.views.flame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.rules.FindingKey;
import dev.faultline.views.Samples;
import dev.faultline.views.flame.FlameShares.Share;
import dev.faultline.views.scale.TimeRange;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Flame trees of several runs, and what differs between two.
class FlameSharesTest {
    private static FlameTree tree(String name, Measure measure) {
        var facts = Samples.read(Path.of("../sample-traces/comparison", name));
        return new FlameSource(facts.model())
                .tree(FlameQuery.of(measure, new TimeRange(0, facts.model().durationNs())));
    }

    @Test
    void aSumHasTheWeightsOfAll() {
        FlameTree before = tree("before.trace.gz", Measure.RUNNING);
        FlameTree again = tree("again.trace.gz", Measure.RUNNING);
        FlameTree sum = FlameSum.of(List.of(before, again), UnaryOperator.identity());
        assertEquals(before.weight(0) + again.weight(0), sum.weight(0));
        assertEquals(before.count(0) + again.count(0), sum.count(0));
        assertEquals(before.matching("main.spin") + again.matching("main.spin"), sum.matching("main.spin"));
        assertEquals(FlameTree.Unit.TIME, sum.unit());
    }

    @Test
    void namesCanBeMadeComparable() {
        FlameTree tree = tree("before.trace.gz", Measure.CREATION);
        FlameTree blocked = tree("before.trace.gz", Measure.RUNNING);
        assertTrue(names(blocked).stream().anyMatch(name -> name.endsWith(".func1")), names(blocked).toString());
        FlameTree plain = FlameSum.of(List.of(blocked), FindingKey::function);
        assertTrue(names(plain).stream().noneMatch(name -> name.matches(".*func\\d+")), names(plain).toString());
        assertEquals(blocked.weight(0), plain.weight(0));
        assertEquals(tree.weight(0), FlameSum.of(List.of(tree), FindingKey::function).weight(0));
    }

    private static List<String> names(FlameTree tree) {
        return IntStream.range(0, tree.size()).mapToObj(tree::name).toList();
    }

    @Test
    void theFunctionWhoseShareChangedMostComesFirst() {
        FlameTree before = tree("before.trace.gz", Measure.RUNNING);
        FlameTree lock = tree("longer-lock.trace.gz", Measure.RUNNING);
        List<Share> shares = FlameShares.of(before, lock);
        assertEquals("main.price", shares.getFirst().function(), shares.toString());
        assertTrue(shares.getFirst().change() > 0.4, shares.toString());
        assertTrue(shares.stream().allMatch(s -> s.before() <= 1 && s.after() <= 1 && s.before() >= 0));
        assertTrue(FlameShares.of(before, before).stream().allMatch(s -> s.change() == 0));
    }
}
