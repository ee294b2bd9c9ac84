package dev.faultline.views.timeline.row;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Spans;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.views.Samples;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What lies under an unfolded line of a real trace, and where those lines stand.
class UnfolderTest {
    private final TraceModel model = Samples.facts("go1.27/lost-context").model();
    private final Unfolder unfolder = new Unfolder(model);

    private static List<Strand> strands(List<Row> rows) {
        return rows.stream().filter(Thing.Below.class::isInstance).map(row -> ((Thing.Below) row).strand()).toList();
    }

    @Test
    void thingsAreSortedByGoroutineAndKeepTheirOrder() {
        int[] owners = {2, 0, -1, 2, 0};
        ByGoroutine sorted = ByGoroutine.of(3, owners.length, i -> owners[i]);
        assertArrayEquals(new int[]{1, 4}, sorted.of(0));
        assertArrayEquals(new int[]{}, sorted.of(1));
        assertArrayEquals(new int[]{0, 3}, sorted.of(2));
    }

    @Test
    void aGoroutineShowsItsRegionsAndItsCallsInside() {
        int g = model.goroutines().indexOf(10);
        List<Strand> strands = strands(unfolder.below(new Thing.Goroutine(g)));
        Strand regions = strands.getFirst();
        assertEquals("Regions", regions.name());
        assertEquals("db.query", regions.label(0));
        assertTrue(regions.thing(0) instanceof Thing.UserRegion(var region) && region.goroutine() == g);
        List<Strand> stacks = strands.subList(1, strands.size());
        assertEquals("main.lostContext.func1.1", stacks.getFirst().label(0));
        assertEquals(Role.OWN_FRAME, stacks.getFirst().role(0));
        assertEquals("time.Sleep", stacks.getLast().label(0));
        for (int d = 1; d < stacks.size(); d++) {
            assertTrue(stacks.get(d).start(0) >= stacks.get(d - 1).start(0)
                    && stacks.get(d).end(0) <= stacks.get(d - 1).end(0), "a call lies within the one that made it");
        }
    }

    @Test
    void aTaskShowsWhatEachGoroutineDidForIt() {
        Task task = model.tasks().getFirst();
        List<Strand> strands = strands(unfolder.below(new Thing.UserTask(task)));
        Strand creator = strands.stream().filter(s -> s.name().startsWith("G1 ")).findFirst().orElseThrow();
        assertEquals(task.startNs(), creator.start(0));
        assertEquals(task.endNs(), creator.end(creator.size() - 1), "its creator counts until its end");
        assertTrue(strands.stream().anyMatch(s -> s.name().equals("G10 main.lostContext.func1.1")),
                "one that ran a region of it");
        for (Strand strand : strands) {
            for (int i = 0; i < strand.size(); i++) {
                assertTrue(i == 0 || strand.start(i) >= strand.end(i - 1));
                Thing.Goroutine span = (Thing.Goroutine) strand.thing(i);
                Spans spans = model.spans(span.goroutine());
                assertTrue(strand.start(i) >= spans.start(span.span()) && strand.end(i) <= spans.end(span.span()));
            }
        }
    }

    @Test
    void unfoldedLinesStandUnderTheirsAndMoveTheOthersDown() {
        Rows folded = new Rows(new OutlineBuilder(model).build(Query.DEFAULT), Map.of()).allOpen();
        Row row = new Thing.Goroutine(model.goroutines().indexOf(10));
        Row next = folded.neighbour(row, 1);
        List<Row> below = unfolder.below(row);
        Rows open = folded.unfold(row, below);
        double y = open.find(row).y();
        assertEquals(folded.find(row).y(), y);
        assertEquals(folded.find(next).y() + below.size() * Rows.ROW, open.find(next).y());
        assertEquals(folded.height() + below.size() * Rows.ROW, open.height());
        assertEquals(y + 2 * Rows.ROW, open.find(below.get(1)).y());
        List<Row> shown = open.between(y, y + (below.size() + 2) * Rows.ROW).stream().map(Rows.Placed::row).toList();
        assertEquals(row, shown.getFirst());
        assertEquals(below, shown.subList(1, below.size() + 1));
        assertEquals(next, shown.get(below.size() + 1));
        List<Row> fromInside = open.between(y + 2.5 * Rows.ROW, y + 3 * Rows.ROW).stream().map(Rows.Placed::row)
                .toList();
        assertEquals(List.of(below.get(1)), fromInside, "scrolled to the middle of what is unfolded");
        assertEquals(next, open.neighbour(below.getFirst(), 1));
        assertEquals(open.find(row).section(), open.headed(y), "the heading is scrolled away");
        assertNull(open.headed(0), "the first heading is on screen");
        assertTrue(open.unfolded(row));
        assertFalse(open.unfold(row, List.of()).unfolded(row));
    }
}
