package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.ReadReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static final Loss BYTES = new Loss(new Place(4711, 3, 42, "GoBlock"), 1_200, 0, 0, 42, "no such string");
    private static final Loss DARK = new Loss(Place.at(99), 0, 5, 9, -1, "goroutine 7 runs twice");

    private static ReadReport report(boolean complete, Loss... losses) {
        return new ReadReport(complete, "", List.of(), List.of(losses), 0, 0);
    }

    @Test
    void allIsWellOnlyWithoutLosses() {
        assertEquals("complete", Completeness.label(report(true)));
        assertEquals("The whole file was read and the trace ended properly.", Completeness.sentence(report(true)));
        assertEquals(Completeness.CONTRADICTORY, Completeness.of(report(true, DARK)));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals("cut off", Completeness.label(report(false)));
        assertEquals("contradictory events", Completeness.label(report(false, DARK)));
        assertEquals("1.20 kB unreadable", Completeness.label(report(false, BYTES, DARK)));
        assertEquals("1.20 kB of the file could not be read.", Completeness.sentence(report(false, BYTES)));
    }

    @Test
    void aLossHasItsPlaceAndCause() {
        assertEquals("1.20 kB unreadable at byte 4711, generation 3, thread 42, GoBlock: no such string",
                Completeness.line(BYTES));
        assertEquals("events missing at byte 99: goroutine 7 runs twice", Completeness.line(DARK));
    }

    @Test
    void manyLossesEndWithHowManyAreLeft() {
        ReadReport report = report(false, BYTES, DARK, BYTES);
        assertEquals(3, Completeness.lines(report, 3).size());
        assertEquals("2 more places, 2.40 kB unreadable in total", Completeness.lines(report, 1).getLast());
        assertEquals("1 more place, 2.40 kB unreadable in total", Completeness.lines(report, 2).getLast());
        assertEquals(List.of(), Completeness.lines(report(true), 5));
    }

    @Test
    void theLikelyCauseComesBeforeTheNotices() {
        ReadReport report = new ReadReport(false, "", List.of("the header is newer"), List.of(), 0, 0);
        assertEquals(List.of("the header is newer"), Completeness.notes(report));
        assertEquals(List.of("likely cause: the file was cut", "the header is newer"),
                Completeness.notes(report.because("the file was cut")));
    }
}
