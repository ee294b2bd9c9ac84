package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MomentsTest {
    @Test
    void thoseOfARangeAreToldByTheTimeOfTheWholeTrace() {
        Moments range = new Moments(800_000_000, true);
        assertEquals("803.329 ms", range.at(3_329_000));
        assertEquals(Moments.WHOLE.at(803_329_000, 40), range.at(3_329_000, 40));
        assertEquals(Moments.WHOLE.about(803_329_000), range.about(3_329_000));
        assertEquals(Moments.WHOLE.fromTo(801_000_000, 900_000_000), range.fromTo(1_000_000, 100_000_000));
        assertEquals("before the range", range.before());
        assertEquals("the end of the range", range.end());
        assertEquals("before the trace started", Moments.WHOLE.before());
        assertEquals("the end of the trace", Moments.WHOLE.end());
    }
}
