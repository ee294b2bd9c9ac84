package dev.faultline.views.timeline.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.views.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of tasks and goroutines, which are made when they are asked for.
class TaskRowsTest {
    @Test
    void tasksWhoseWorkOutlivedThemComeFirst() {
        List<TaskRows> all = TaskRows.all(Samples.facts("go1.27/pool-swallows-timeout").model());
        assertEquals(1, all.size());
        TaskRows calls = all.getFirst();
        assertEquals("call", calls.name());
        assertEquals(24, calls.size());
        assertEquals(4, calls.outlived());
        for (int i = 0; i < calls.size(); i++) {
            Thing.UserTask row = (Thing.UserTask) calls.apply(i);
            assertEquals(i < calls.outlived(), row.workEndNs() > row.task().endNs(), "row " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.27/pool-swallows-timeout", "go1.27/lost-context", "go1.27/goroutine-churn"})
    void everyRowIsFoundWhereItStands(String name) {
        TraceModel model = Samples.facts(name).model();
        for (Section section : new OutlineBuilder(model).build(Query.DEFAULT).sections()) {
            assertTrue(section.size() > 0, section.title());
            for (int i = 0; i < section.size(); i++) {
                assertEquals(i, section.indexOf(section.row(i)), section.title());
            }
            assertEquals(-1, section.indexOf(new Thing.More(section, 1)), section.title());
            assertEquals(-1, section.indexOf(new Thing.Goroutine(-1)), section.title());
        }
    }
}
