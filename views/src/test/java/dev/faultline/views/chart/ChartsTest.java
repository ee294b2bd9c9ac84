package dev.faultline.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.faultline.model.Metric;
import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.task.Run;
import dev.faultline.model.analysis.task.Run.Kind;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.Synthetic;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 9);

    @Test
    void everyChartIsDrawnWhereItHasDataAndSaysSoWhereNot() {
        TraceModel bare = new Synthetic(1_000).goroutine("a", WaitKind.NETWORK, 0, 500, 1_000).build();
        List<NamedChart> charts = Charts.all(data(bare), new ChartTheme(Palette.light(), FONT));
        assertEquals(List.of("Goroutines by state", "Heap and heap goal", "P utilization", "Stop-the-world pauses",
                "Tasks in progress"), charts.stream().map(NamedChart::title).toList());
        assertNotNull(charts.get(0).chart());
        assertNull(charts.get(1).chart());
        assertNull(charts.get(3).chart());
        assertEquals("The world was not stopped while the trace was recorded.", charts.get(3).note());
    }

    @Test
    void notesHaveTheFigures() {
        TraceModel model = new Synthetic(1_000).goroutine("a", WaitKind.NETWORK, 0, 500, 1_000)
                .metric(Metric.HEAP_OBJECTS, new long[]{0, 100}, 1_000_000, 4_250_000)
                .pause("read mem stats", 100, 350)
                .pause("GC mark termination", 500, 550)
                .build();
        ChartTheme theme = new ChartTheme(Palette.light(), FONT);
        assertEquals("up to 1 at a time", Charts.goroutines(data(model), theme).note());
        assertEquals("up to 4.25 MB, no GC cycles", Charts.heap(data(model), theme).note());
        assertEquals("2 pauses, up to 250 ns", Charts.pauses(data(model), theme).note());
    }

    @Test
    void whatIsInferredIsSaidToBeSo() {
        TraceModel model = new Synthetic(1_000).goroutine("a", WaitKind.NETWORK, 0, 500, 1_000).build();
        List<Run> runs = List.of(new Run(Kind.REQUEST, "main.handle", 0, 0, 500, true, true, 0),
                new Run(Kind.TASK, "job", 0, 500, 900, true, true, 7));
        NamedChart chart = Charts.tasks(ChartData.of(model, runs, new TimeRange(0, 1_000), 300),
                new ChartTheme(Palette.light(), FONT));
        assertEquals("Requests, tests and items in progress", chart.title());
        assertEquals("1 inferred from stacks; 1 task", chart.note());
    }

    @Test
    void aPlaceOfAChartIsReadLayerByLayer() {
        TraceModel model = new Synthetic(1_000).goroutine("a", WaitKind.NETWORK, 0, 500, 1_000)
                .goroutine("b", WaitKind.SLEEP, 0, 500, 1_000).build();
        JFreeChart chart = Charts.goroutines(data(model), new ChartTheme(Palette.light(), FONT)).chart();
        assertNotNull(chart);
        assertEquals(List.of("Running 2"), ChartReading.at(chart, 100));
        assertEquals(List.of("Sleep, timer 1", "Network 1"), ChartReading.at(chart, 700));
    }

    @Test
    void aBarOfAHistogramStandsForAnEighthOfADecade() {
        TimeRange bar = HistogramChart.barAt(Math.log10(1_100));
        assertEquals(1_000, bar.fromNs());
        assertEquals(1_334, bar.toNs());
        assertEquals(bar.toNs(), HistogramChart.barAt(Math.log10(1_500)).fromNs(), "without gaps");
    }

    @Test
    void areasHaveTheirStatesColourInLightAndDark() {
        TraceModel model = new Synthetic(1_000).goroutine("a", WaitKind.NETWORK, 0, 500, 1_000).build();
        for (Palette palette : List.of(Palette.light(), Palette.dark())) {
            ChartTheme theme = new ChartTheme(palette, FONT);
            JFreeChart chart = Charts.goroutines(data(model), theme).chart();
            assertNotNull(chart);
            BufferedImage image = chart.createBufferedImage(400, 200);
            assertEquals(theme.of(Role.BACKGROUND), new Color(image.getRGB(1, 1)));
            assertEquals(theme.of(Role.RUNNING), new Color(image.getRGB(100, 120)));
            assertEquals(theme.of(Role.NETWORK), new Color(image.getRGB(300, 120)));
        }
        assertNotEquals(Palette.light().argb(Role.BACKGROUND), Palette.dark().argb(Role.BACKGROUND));
    }

    private static ChartData data(TraceModel model) {
        return ChartData.of(model, List.of(), new TimeRange(0, 1_000), 300);
    }
}
