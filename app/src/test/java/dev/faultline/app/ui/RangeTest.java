package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.app.cli.Cli;
import dev.faultline.app.cli.output.ResultStream;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.scale.TimeRange;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A range of the trace that counts alone.
@ExtendWith(Fx.class)
class RangeTest {
    private static final String TRACE = "go1.27/pool-swallows-timeout.trace";

    @TempDir
    private Path folder;

    @Test
    void aRangeDraggedOnTheRulerCountsAlone() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session whole = bench.load(TRACE);
            assertFalse(bench.find("#range-offer").isVisible());
            dragOnTheRuler(bench);
            TimeRange chosen = Objects.requireNonNull(whole.viewport().selected());
            assertTrue(chosen.durationNs() > whole.trace().durationNs() / 10, "something was selected");
            assertTrue(bench.find("#range-offer").isVisible());
            new Hand(bench.scene()).press(KeyCode.R);
            Session range = next(bench, whole);
            assertTrue(range.isRange());
            assertSame(whole, range.whole());
            assertEquals(chosen.fromNs(), range.trace().originNs());
            assertEquals(chosen.durationNs(), range.model().durationNs());
            assertTrue(range.model().goroutines().count() < whole.model().goroutines().count());
            assertSameAsCommandLine(range, chosen);

            Fx.run(() -> range.pageProperty().set(PageKey.FLAME));
            Button back = (Button) bench.find("#count-whole");
            Fx.run(back::fire);
            assertSame(whole, bench.window().workspace().session().orElseThrow(), "back to the whole trace");
            assertEquals(PageKey.FLAME, whole.pageProperty().get(), "on the page that was shown");
            assertEquals(chosen, whole.viewport().selected(), "the range is still selected");
        }
    }

    @Test
    void aRangeOfARangeIsCutFromTheWholeTraceAndWhatIsLeftIsForgotten() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session whole = bench.load(TRACE);
            WeakReference<Session> first = new WeakReference<>(
                    narrow(bench, whole, new TimeRange(100_000_000, 500_000_000)));
            Session second = narrow(bench, Objects.requireNonNull(first.get()), new TimeRange(50_000_000, 150_000_000));
            assertEquals(150_000_000, second.trace().originNs());
            assertEquals(100_000_000, second.model().durationNs());
            assertSame(whole, second.whole());
            Fx.await("nothing refers to the first range", () -> {
                System.gc();
                return first.refersTo(null);
            });
            Fx.run(() -> bench.window().commands().get("close").run());
            bench.withText("Drop a Go execution trace here");
        }
    }

    private static Session narrow(Bench bench, Session of, TimeRange range) throws Exception {
        Fx.run(() -> {
            of.viewport().selectedProperty().set(range);
            bench.window().commands().get("count-range").run();
        });
        return next(bench, of);
    }

    private static Session next(Bench bench, Session before) throws Exception {
        Fx.await("the range counts", () -> bench.window().workspace().session().orElse(before) != before);
        Session range = Fx.call(() -> bench.window().workspace().session().orElseThrow());
        Fx.await("the range is judged", () -> range.findings().stateProperty().get() == FindingList.State.READY);
        return range;
    }

    private static void dragOnTheRuler(Bench bench) throws Exception {
        Node timeline = bench.find(".timeline-view");
        Bounds at = Fx.call(() -> timeline.localToScene(timeline.getLayoutBounds()));
        Robot robot = Fx.call(Robot::new);
        double y = at.getMinY() + 66;
        Fx.run(() -> robot.mouseMove(at.getMinX() + 330, y));
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int x = 350; x <= 470; x += 20) {
            double to = at.getMinX() + x;
            Fx.run(() -> robot.mouseMove(to, y));
        }
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    private void assertSameAsCommandLine(Session range, TimeRange chosen) throws Exception {
        Path none = Files.createFile(folder.resolve("none.properties"));
        var out = new ByteArrayOutputStream();
        var terminal = new Terminal(new ResultStream(out), new PrintStream(OutputStream.nullOutputStream(), true,
                StandardCharsets.UTF_8), false, false);
        assertEquals(0, Cli.run(terminal, _ -> 0, "analyze", Bench.SAMPLES.resolve(TRACE).toString(), "--settings",
                none.toString(), "--from", chosen.fromNs() + "ns", "--to", chosen.toNs() + "ns", "--json", "-"));
        JsonNode findings = new ObjectMapper().readTree(out.toByteArray()).get("findings");
        List<String> told = new ArrayList<>();
        findings.forEach(f -> told.add(f.get("id").asText() + " " + f.get("summary").asText() + " "
                + numbers(f.get("figures"))));
        List<String> shown = new ArrayList<>();
        for (Finding finding : range.findings().judgement().withConsequences()) {
            shown.add(finding.id() + " " + finding.summary() + " "
                    + finding.figures().stream().map(Figure::value).toList());
        }
        assertFalse(shown.isEmpty());
        assertEquals(told, shown);
    }

    private static List<Double> numbers(JsonNode figures) {
        List<Double> numbers = new ArrayList<>();
        figures.forEach(figure -> numbers.add(figure.asDouble()));
        return numbers;
    }
}
