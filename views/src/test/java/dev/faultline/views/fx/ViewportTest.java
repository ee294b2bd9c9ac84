package dev.faultline.views.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.views.scale.TimeRange;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport viewport = new Viewport(1_000_000);

    @Test
    void zoomingStopsAtTheWholeAndAtTheShortest() {
        viewport.zoom(1e-12, 500_000);
        assertEquals(Viewport.SHORTEST_NS, viewport.visible().durationNs());
        viewport.zoom(1e12, 500_000);
        assertEquals(viewport.whole(), viewport.visible());
    }

    @Test
    void panningKeepsTheDurationAtTheEnds() {
        viewport.show(new TimeRange(100_000, 200_000));
        viewport.pan(-500_000);
        assertEquals(new TimeRange(0, 100_000), viewport.visible());
        viewport.pan(5_000_000);
        assertEquals(new TimeRange(900_000, 1_000_000), viewport.visible());
    }

    @Test
    void askedIsTheSelectionElseTheVisible() {
        assertEquals(viewport.whole(), viewport.asked());
        viewport.selectedProperty().set(new TimeRange(5, 6));
        assertEquals(new TimeRange(5, 6), viewport.asked());
    }
}
