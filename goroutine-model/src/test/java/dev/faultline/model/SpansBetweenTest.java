package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Over all samples: within a stretch of the trace the spans of the stretch are the spans of the whole.
@Tag("slow")
class SpansBetweenTest {
    static List<Path> traces() {
        return Samples.traces();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void spansOfAStretchAreThoseOfTheWhole(Path file) {
        Samples.check(file, model -> {
            long length = model.durationNs() / 10;
            for (int part = 0; part < 10; part += 3) {
                long from = part * length;
                long to = from + length;
                SpanWindow between = model.spansBetween(from, to);
                for (int g = 0; g < model.goroutines().count(); g++) {
                    agree(model.spans(g), between.of(g), from, to);
                }
            }
        });
    }

    private static void agree(Spans whole, Spans part, long from, long to) {
        String where = "g" + whole.goroutine() + " " + describe(whole, from, to) + " / " + describe(part, from, to)
                + " from " + from + " to " + to;
        int w = whole.at(from);
        int p = part.at(from);
        assertEquals(w < 0, p < 0, where);
        if (w < 0) {
            return;
        }
        for (; w < whole.size() && whole.start(w) < to; w++, p++) {
            assertTrue(p < part.size(), where);
            assertEquals(Math.max(from, whole.start(w)), Math.max(from, part.start(p)), where);
            assertEquals(Math.min(to, whole.end(w)), Math.min(to, part.end(p)), where);
            assertEquals(whole.state(w), part.state(p), where);
            assertEquals(whole.wait(w), part.wait(p), where);
            assertEquals(whole.stack(w), part.stack(p), where);
            if (whole.end(w) <= to) {
                assertEquals(whole.endRow(w), part.endRow(p), where);
            }
        }
    }

    private static String describe(Spans spans, long from, long to) {
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < spans.size(); s++) {
            if (spans.end(s) >= from && spans.start(s) <= to) {
                text.append(spans.start(s)).append('-').append(spans.end(s)).append(spans.state(s)).append(' ');
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void theFirstStateIsThatOfTheFirstSpanOfWhoIsOlder(Path file) {
        Samples.check(file, model -> {
            for (int g = 0; g < model.goroutines().count(); g++) {
                Spans spans = model.spans(g);
                if (model.goroutines().bornBefore(g) && spans.size() > 0) {
                    assertEquals(spans.state(0), model.firstState(g), "g" + g);
                }
            }
        });
    }
}
