package dev.faultline.views.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {
    @Test
    void timeAndPixelsAreInverse() {
        TimeScale scale = TimeScale.of(new TimeRange(1_000_000, 853_900_000), 312, 761);
        for (double px : new double[]{312, 313.5, 700, 1073}) {
            assertEquals(px, scale.px(scale.ns(px)), 1e-5);
        }
        assertEquals(1073, scale.px(853_900_000), 1e-9);
    }

    @Test
    void zoomKeepsTheMomentInItsPlace() {
        TimeRange zoomed = new TimeRange(0, 1_000).zoomed(0.5, 250);
        assertEquals(new TimeRange(125, 625), zoomed);
        assertEquals(new TimeRange(300, 301), new TimeRange(0, 1_000).zoomed(1e-9, 300));
    }

    @Test
    void rangesStayInsideTheWhole() {
        TimeRange whole = new TimeRange(0, 100);
        assertEquals(new TimeRange(60, 100), new TimeRange(80, 120).within(whole));
        assertEquals(whole, new TimeRange(-50, 500).within(whole));
    }

    @Test
    void ticksAreRoundAndFarEnoughApart() {
        TimeRange range = new TimeRange(0, 853_900_000);
        Ticks ticks = Ticks.of(range, TimeScale.of(range, 0, 800), 80);
        assertEquals(List.of("0", "100 ms", "200 ms", "300 ms", "400 ms", "500 ms", "600 ms", "700 ms", "800 ms"),
                ticks.moments().mapToObj(ticks::label).toList());
    }

    @Test
    void ticksMayTellTheTimeOfDayOrCountFromAMoment() {
        TimeRange range = new TimeRange(0, 853_900_000);
        ZeroTime clock = ZeroTime.at(Instant.parse("2026-11-20T15:37:39.087Z"));
        Ticks ticks = Ticks.of(range, TimeScale.of(range, 0, 800).called(clock), 130);
        assertEquals(List.of("15:37:39.200", "15:37:39.400", "15:37:39.600", "15:37:39.800"),
                ticks.moments().mapToObj(ticks::label).toList());
        assertEquals("15:37:39.087012", clock.moment(12_345, 1_000));
        assertEquals("15:37:40", clock.tick(913_000_000, 1_000_000_000));

        Ticks fromHere = Ticks.of(range, TimeScale.of(range, 0, 800).called(-250_000_000), 130);
        assertEquals(List.of("−200 ms", "0", "200 ms", "400 ms", "600 ms"),
                fromHere.moments().mapToObj(fromHere::label).toList());
    }

    @Test
    void deepTicksShowTheDigitsThatTheirStepNeeds() {
        TimeRange range = new TimeRange(412_350_000, 412_400_000);
        Ticks ticks = Ticks.of(range, TimeScale.of(range, 0, 500), 80);
        assertEquals(List.of("412.35 ms", "412.36 ms", "412.37 ms", "412.38 ms", "412.39 ms", "412.40 ms"),
                ticks.moments().mapToObj(ticks::label).toList());
    }
}
