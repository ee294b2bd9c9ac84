package dev.faultline.views.timeline.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.GoState;
import dev.faultline.model.Spans;
import dev.faultline.model.TraceModel;
import dev.faultline.views.Samples;
import dev.faultline.views.timeline.row.Thing.Goroutine;
import org.junit.jupiter.api.Test;

/// Links between goroutines are the same from both ends.
class WakeLinksTest {
    private final TraceModel model = Samples.facts("go1.27/lost-context").model();
    private final WakeLinks links = new WakeLinks(model);

    @Test
    void whoWokeMeAlsoHasMeAmongThoseItWoke() {
        int checked = 0;
        for (int g = 0; g < model.goroutines().count(); g++) {
            Spans spans = model.spans(g);
            for (int i = 0; i < spans.size(); i++) {
                WakeLinks.Wake wake = spans.state(i) == GoState.WAITING ? links.wake(new Goroutine(g, i)) : null;
                if (wake != null && wake.waker() >= 0 && wake.waker() != g) {
                    Goroutine waker = links.at(wake.waker(), wake.ns());
                    int woken = g;
                    assertTrue(links.deeds(waker).stream().anyMatch(
                            deed -> deed.other() == woken && deed.ns() == wake.ns() && !deed.created()), "G" + g);
                    checked++;
                }
            }
        }
        assertTrue(checked > 20, checked + " wake-ups by goroutines");
    }

    @Test
    void aGoroutineAsAWholeTellsWhomItCreated() {
        int main = model.goroutines().indexOf(1);
        assertEquals(model.goroutines().children(main).size(),
                links.deeds(new Goroutine(main)).stream().filter(WakeLinks.Deed::created).count());
        int child = model.goroutines().indexOf(10);
        Goroutine creator = links.creator(new Goroutine(child)).orElseThrow();
        assertTrue(links.deeds(creator).stream().anyMatch(deed -> deed.created() && deed.other() == child));
    }
}
