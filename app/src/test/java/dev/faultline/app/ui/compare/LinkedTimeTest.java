package dev.faultline.app.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.faultline.views.fx.Viewport;
import dev.faultline.views.scale.TimeRange;
import org.junit.jupiter.api.Test;

/// The times of two traces that follow each other.
class LinkedTimeTest {
    private final Viewport before = new Viewport(1000);
    private final Viewport after = new Viewport(1000);
    private final LinkedTime time = new LinkedTime(before, after);

    @Test
    void eachFollowsTheOther() {
        before.show(new TimeRange(100, 300));
        assertEquals(new TimeRange(100, 300), after.visible());
        after.zoom(0.5, 200);
        assertEquals(after.visible(), before.visible());
        after.pan(50);
        assertEquals(after.visible(), before.visible());
    }

    @Test
    void unlinkedTheyStayApartAndLinkedAgainTheyKeepTheOffset() {
        before.show(new TimeRange(100, 300));
        time.linkedProperty().set(false);
        after.show(new TimeRange(500, 600));
        assertEquals(new TimeRange(100, 300), before.visible());
        time.linkedProperty().set(true);
        assertEquals(400, time.offsetProperty().get());
        assertEquals(new TimeRange(500, 700), after.visible(), "as much time as the other shows");
        before.pan(100);
        assertEquals(new TimeRange(600, 800), after.visible());
        after.pan(-200);
        assertEquals(new TimeRange(0, 200), before.visible());
        time.align();
        assertEquals(0, time.offsetProperty().get());
        assertEquals(before.visible(), after.visible());
    }

    @Test
    void aPlaceOfEachIsShownAtTheSameScale() {
        time.show(new TimeRange(100, 110), new TimeRange(700, 800));
        assertEquals(before.visible().durationNs(), after.visible().durationNs());
        assertEquals(750, after.visible().middleNs());
        assertEquals(105, before.visible().middleNs());
        assertEquals(after.visible().fromNs() - before.visible().fromNs(), time.offsetProperty().get());
    }

    @Test
    void aPlaceOfOneLeavesTheScaleToIt() {
        time.show(null, new TimeRange(400, 600));
        assertEquals(new TimeRange(300, 700), after.visible());
        assertNotEquals(0, before.visible().durationNs());
    }
}
