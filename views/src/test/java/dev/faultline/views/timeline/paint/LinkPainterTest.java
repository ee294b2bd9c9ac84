package dev.faultline.views.timeline.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.TraceModel;
import dev.faultline.model.WaitKind;
import dev.faultline.views.paint.RecordingSurface;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.Synthetic;
import dev.faultline.views.timeline.lane.LaneSummaries;
import dev.faultline.views.timeline.lane.Lanes;
import dev.faultline.views.timeline.picture.Geometry;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.picture.TimelineLayout;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.row.OutlineBuilder;
import dev.faultline.views.timeline.row.Query;
import dev.faultline.views.timeline.row.Rows;
import dev.faultline.views.timeline.row.Thing;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// From which side an arrow comes whose other end is not on screen.
class LinkPainterTest {
    private static final int GOROUTINES = 60;

    private final TraceModel model = model();
    private final Rows rows = new Rows(new OutlineBuilder(model).build(Query.DEFAULT), Map.of()).allOpen();
    private final Geometry geometry = new Geometry(900, 400);

    private static TraceModel model() {
        Synthetic made = new Synthetic(1_000);
        for (int i = 0; i < GOROUTINES; i++) {
            made.goroutine("main.worker", WaitKind.SYNC, 0, 100, 900, 1_000);
        }
        return made.build();
    }

    @Test
    void aWakerAboveComesFromTheUpperEdgeAndOneBelowFromTheLowerEdge() {
        double scroll = rows.find(new Thing.Goroutine(30)).y();
        RecordingSurface above = painted(0, scroll);
        RecordingSurface below = painted(59, scroll);
        double top = geometry.lanes().y();
        double bottom = geometry.lanes().bottom();
        assertTrue(above.lines("line").getFirst().contains(String.format(",%.0f ", top)), above.lines().toString());
        assertTrue(below.lines("line").getFirst().contains(String.format(",%.0f ", bottom)), below.lines().toString());
        assertTrue(above.lines("text").getFirst().endsWith("waker"), above.lines().toString());
    }

    @Test
    void aWakerInAClosedSectionComesFromTheSideOfItsHeading() {
        Rows closed = rows.with(rows.outline().sections().getLast(), Rows.Open.CLOSED);
        assertEquals(closed.heading(rows.outline().sections().getLast()), closed.place(new Thing.Goroutine(59)));
    }

    private RecordingSurface painted(int waker, double scroll) {
        TimelinePicture picture = new TimelineLayout(new Lanes(model, LaneSummaries.direct(model)))
                .layout(geometry, new TimeRange(0, 1_000), rows, scroll, false);
        RecordingSurface surface = new RecordingSurface();
        new LinkPainter(surface).paint(picture, rows,
                new Overlay.WakeArrow(new Thing.Goroutine(waker), new Thing.Goroutine(33), 500, "waker", false));
        return surface;
    }
}
