package dev.faultline.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.task.Run.Kind;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.Synthetic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartDataTest {
    @Test
    void thePeakIsThatOfOneMomentNotOfAStep() {
        Synthetic run = new Synthetic(1_000_000);
        for (int i = 0; i < 50; i++) {
            run.goroutine("burst", WaitKind.SLEEP, 500_000 + i % 2, 500_010);
        }
        run.goroutine("steady", WaitKind.SLEEP, 0, 10, 1_000_000);
        ChartData data = ChartData.of(run.build(), List.of(), new TimeRange(0, 1_000_000), 4);
        assertEquals(51, data.peak());
        assertEquals(1, ChartData.of(run.build(), List.of(), new TimeRange(0, 400_000), 4).peak());
    }

    @Test
    void theMostCommonTasksAreCountedByNameAndTheRestTogether() {
        List<Run> runs = new ArrayList<>();
        for (String name : List.of("a", "a", "a", "b", "b", "c", "c", "d", "d", "e", "f")) {
            runs.add(run(runs.size() < 3 ? Kind.REQUEST : Kind.TASK, name, runs.size() + 1));
        }
        runs.add(run(Kind.TASK, "background", 0));
        TraceModel model = new Synthetic(100).goroutine("main.main", WaitKind.SLEEP, 0, 100).build();
        TaskCounts counts = ChartData.of(model, runs, new TimeRange(0, 100), 2).tasks();
        assertEquals(3, counts.inferred());
        assertEquals(11, counts.total());
        assertEquals(List.of("a", "b", "c", "d", ""), counts.kinds().stream().map(TaskCounts.TaskType::name).toList());
        assertEquals(List.of(3.0, 2.0, 2.0, 2.0, 2.0), counts.kinds().stream().map(kind -> kind.means()[0]).toList());
        assertEquals(0, counts.kinds().getFirst().means()[1]);
    }

    private static Run run(Kind kind, String name, long task) {
        return new Run(kind, name, 0, 0, 50, true, true, kind == Kind.TASK ? task : 0);
    }
}
