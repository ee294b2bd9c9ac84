package dev.faultline.app.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import dev.faultline.views.timeline.row.Thing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page of spans lists what is inferred like tasks, and says that it is.
class RunTableTest {
    private static final Path SERVED = Path.of("../goroutine-model/src/test/resources/requests/served.trace.gz");
    private static final Path TASKS = Path.of("../sample-traces/go1.27/lost-context.trace");

    private static Facts read(Path file) throws IOException {
        return new Facts(ModelBuilder.build(TraceReader.read(file, Progress.NONE), Progress.NONE));
    }

    private static List<String> titles(List<Column> columns) {
        return columns.stream().map(Column::title).toList();
    }

    @Test
    void requestsWithoutTasksAreSummedUpByHandler() throws IOException {
        SpanTotals totals = SpanTotals.of(read(SERVED));
        assertEquals(0, totals.tasks());
        assertEquals(13, totals.inferred());
        assertEquals(0, totals.open(true));
        List<Column> columns = SpanType.columns(totals.runTypes());
        assertEquals(List.of("Kind", "Name", "Count"), titles(columns).subList(0, 3));
        int lists = totals.runTypes().getFirst().name().equals("main.list") ? 0 : 1;
        assertEquals(List.of("request (inferred)", "main.list", "8"),
                columns.subList(0, 3).stream().map(column -> column.text().apply(lists)).toList());
    }

    @Test
    void aRowLeadsToTheStretchOfItsGoroutine() throws IOException {
        RunTable runs = RunTable.of(read(SERVED));
        var first = assertInstanceOf(Thing.InferredRun.class, runs.thing(0));
        assertEquals(new Thing.Goroutine(first.run().goroutine()), first.row());
        assertEquals("request (inferred)", runs.columns().getFirst().text().apply(0));
    }

    @Test
    void tasksAloneNeedNoKind() throws IOException {
        Facts facts = read(TASKS);
        SpanTotals totals = SpanTotals.of(facts);
        assertEquals(facts.model().tasks().size(), totals.tasks());
        assertEquals(0, totals.inferred());
        assertEquals("Name", totals.runs().columns().getFirst().title());
        assertInstanceOf(Thing.UserTask.class, totals.runs().thing(0));
    }
}
