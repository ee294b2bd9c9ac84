package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Script;
import dev.faultline.model.TraceModel;
import dev.faultline.trace.event.Frame;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Frame WHOLE = new Frame("main.serve", "/home/u v/app/spans.go", 222, 0x47a3c0);

    @Test
    void aFrameIsFunctionFileAndLine() {
        assertEquals("main.serve spans.go:222", Places.of(WHOLE));
        assertEquals("spans.go:222", Places.fileLine(WHOLE));
        assertEquals("/home/u v/app/spans.go:222", Places.path(WHOLE));
        assertEquals("main.serve\n\t/home/u v/app/spans.go:222", Places.inDump(WHOLE));
    }

    @Test
    void whatIsUnknownIsLeftOut() {
        assertEquals("main.serve spans.go", Places.of(new Frame("main.serve", "spans.go", 0, 1)));
        assertEquals("main.serve", Places.of(new Frame("main.serve", "", 7, 1)));
        assertEquals("main.serve", Places.inDump(new Frame("main.serve", "", 0, 1)));
        assertEquals("", Places.fileLine(new Frame("main.serve", "", 7, 1)));
        assertEquals("", Places.path(new Frame("main.serve", "", 7, 1)));
    }

    @Test
    void withoutSymbolsTheAddressStandsForTheFunction() {
        assertEquals("0x47a3c0", Places.of(new Frame("", "", 0, 0x47a3c0)));
        assertEquals("0xffffffffffffffff", Places.of(new Frame("", "", 0, -1)));
        assertEquals("unknown", Places.of(new Frame("", "", 0, 0)));
        assertEquals("unknown a.s:3", Places.of(new Frame("", "/go/a.s", 3, 0)));
    }

    @Test
    void aGroupIsCreatedAtItsGoStatement() {
        TraceModel model = new Script(100).old(3, "main.before:1")
                .create(5, Script.MAIN, 2, "main.work", "main.spawn:12")
                .build();
        assertEquals("main.spawn code.go:12", creation(model, 1));
        assertEquals("", creation(model, 0), "born before the trace");
    }

    private static String creation(TraceModel model, int goroutine) {
        int index = goroutine == 0 ? index(model, 3) : index(model, 2);
        return Places.creation(model, model.groups().get(model.goroutines().group(index)));
    }

    private static int index(TraceModel model, long id) {
        for (int g = 0; g < model.goroutines().count(); g++) {
            if (model.goroutines().id(g) == id) {
                return g;
            }
        }
        throw new AssertionError("no goroutine " + id);
    }
}
