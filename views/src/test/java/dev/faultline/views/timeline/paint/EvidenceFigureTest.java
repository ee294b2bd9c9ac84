package dev.faultline.views.timeline.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Confidence;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Severity;
import dev.faultline.views.paint.RecordingSurface;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.Synthetic;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceFigureTest {
    private final TraceModel model = new Synthetic(1_000_000)
            .goroutine("main.worker", WaitKind.NETWORK, 0, 100_000, 900_000, 1_000_000)
            .goroutine("main.other", WaitKind.CHAN_RECEIVE, 0, 500_000, 1_000_000)
            .task(7, "call", 0, 200_000)
            .build();

    @Test
    void showsTheFindingsTasksAndGoroutinesAndHatchesItsFractures() {
        EvidenceFigure figure = EvidenceFigure.layout(new Facts(model),
                finding(List.of(1L), List.of(new Evidence.Interval(200_000, 900_000, 1, "goes on", true))), 1_000);
        assertEquals(2, figure.rows().size());
        RecordingSurface surface = new RecordingSurface();
        figure.paint(surface);
        List<String> texts = surface.lines("text");
        assertTrue(texts.contains("text 0,30 TEXT Task call #7"), texts::toString);
        assertTrue(texts.contains("text 0,46 TEXT G1 worker"), texts::toString);
        assertEquals(List.of("stripes 352,36 567x12 BACKGROUND"), surface.lines("stripes"));
        assertEquals(List.of("frame 352,36 567x12 FRACTURE"), surface.lines("frame"));
    }

    @Test
    void withoutEvidenceItShowsTheProcessorsOverTheWholeTrace() {
        EvidenceFigure figure = EvidenceFigure.layout(new Facts(model),
                new Finding("x", Severity.NOTICE, Confidence.LIKELY, "", "", "",
                        new Evidence(List.of(), List.of(), List.of(), List.of(), List.of()), List.of(), null, 0),
                500);
        assertEquals(List.of(new Thing.Pauses(), new Thing.Processor(0)), figure.rows());
        assertEquals(new TimeRange(0, 1_000_000), figure.range());
    }

    @Test
    void aShortFindingIsShownWithSomeAir() {
        EvidenceFigure figure = EvidenceFigure.layout(new Facts(model),
                new Finding("x", Severity.NOTICE, Confidence.LIKELY, "", "", "",
                        new Evidence(List.of(), List.of(new Evidence.Interval(400_000, 500_000, 0, "", false)),
                                List.of(),
                                List.of(), List.of()),
                        List.of(), null, 0),
                500);
        assertEquals(new TimeRange(394_000, 506_000), figure.range());
        RecordingSurface surface = new RecordingSurface();
        figure.paint(surface);
        assertTrue(surface.lines("fill").stream().anyMatch(l -> l.endsWith("MARKED")));
    }

    /// The first interval tells; drawn over a time forty times as long it would be a line.
    @Test
    void ofManyScatteredIntervalsTheFirstIsShownWithItsGoroutines() {
        EvidenceFigure figure = EvidenceFigure.layout(new Facts(model),
                new Finding("x", Severity.NOTICE, Confidence.LIKELY, "", "", "",
                        new Evidence(List.of(1L, 2L),
                                List.of(new Evidence.Interval(480_000, 500_000, 1, "slow", false),
                                        new Evidence.Interval(100_000, 110_000, 2, "slow", false),
                                        new Evidence.Interval(900_000, 910_000, 2, "slow", false)),
                                List.of(), List.of(), List.of()),
                        List.of(), null, 0),
                500);
        assertEquals(new TimeRange(470_000, 510_000), figure.range());
        assertEquals(List.of(new Thing.Goroutine(0)), figure.rows());
        assertEquals(1, figure.omitted());
        assertEquals(2, figure.elsewhere());
        assertEquals("and 1 more; 2 more intervals at other times", figure.leftOut());
    }

    @Test
    void intervalsBesideEachOtherAreShownTogether() {
        EvidenceFigure figure = EvidenceFigure.layout(new Facts(model),
                new Finding("x", Severity.NOTICE, Confidence.LIKELY, "", "", "",
                        new Evidence(List.of(1L),
                                List.of(new Evidence.Interval(480_000, 500_000, 1, "slow", false),
                                        new Evidence.Interval(510_000, 520_000, 2, "slow", false)),
                                List.of(), List.of(), List.of()),
                        List.of(), null, 0),
                500);
        assertEquals(0, figure.elsewhere());
        assertEquals(List.of(new Thing.Goroutine(0), new Thing.Goroutine(1)), figure.rows());
    }

    private static Finding finding(List<Long> goroutines, List<Evidence.Interval> intervals) {
        return new Finding("orphan-work", Severity.WARNING, Confidence.CERTAIN, "", "", "",
                new Evidence(goroutines, intervals, List.of(), List.of(7L), List.of()), List.of(), null, 0);
    }
}
