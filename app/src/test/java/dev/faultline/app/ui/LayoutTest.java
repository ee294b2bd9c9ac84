package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.config.RulesFile;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.RuleSettings;
import dev.faultline.app.ui.session.Rulebook;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.judge.Rules;
import dev.faultline.views.report.Report;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing is cut off and nothing overlaps: every page from the smallest window to the largest screen, in English and in
/// words that are longer by 40 %. The window is laid out without being drawn, which is quick.
@ExtendWith(Fx.class)
class LayoutTest {
    /// The smallest window; usual ones; a 4K screen.
    private static final double[][] SIZES = {{Preferences.MIN_WIDTH, Preferences.MIN_HEIGHT}, {1000, 640},
            {1280, 770}, {3840, 2130}};

    @TempDir
    private Path folder;

    /// Each with the first width that shows it.
    private final Map<String, Double> faults = new TreeMap<>();
    private boolean longer;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsCutAndNothingOverlaps(boolean longerWords) throws Exception {
        longer = longerWords;
        Window window = window();
        Fx.run(() -> check(window, "start page"));
        Fx.run(() -> window.workspace().open(List.of(folder.resolve("missing.trace"))));
        Fx.await("it failed", () -> window.workspace().session().isEmpty());
        Fx.run(() -> check(window, "failed file"));
        Session session = open(window, Bench.SAMPLES.resolve("go1.27/pool-swallows-timeout.trace"));
        Fx.run(() -> check(window, "nothing selected"));
        for (Page page : Page.ALL) {
            Fx.run(() -> {
                session.pageProperty().set(page.key());
                session.selection().select(new Thing.Goroutine(session.model().goroutines().indexOf(11), 1));
            });
            Fx.pulse(3);
            Fx.run(() -> check(window, page.title()));
        }
        for (var overlay : WindowActions.Overlay.values()) {
            Fx.run(() -> {
                window.actions().overlayProperty().set(overlay);
                check(window, "overlay " + overlay);
            });
        }
        Fx.run(() -> {
            window.actions().overlayProperty().set(WindowActions.Overlay.NONE);
            window.workspace().compare(session, session);
        });
        Fx.await("it is compared", () -> window.stage().getScene().getRoot()
                .lookup("#comparison-headline") instanceof Labeled line && !line.getText().startsWith("Comparing"));
        Fx.run(() -> check(window, "comparison"));
        Fx.run(() -> {
            window.stage().getScene().getRoot().lookupAll("#comparison .switch").stream().map(Button.class::cast)
                    .filter(button -> button.getText().startsWith("Flame")).findFirst().orElseThrow().fire();
            check(window, "comparison, flame graph");
        });
        Fx.run(() -> window.workspace().closeAll());
        assertEquals(Map.of(), faults);
    }

    @Test
    void twelveTabsLeaveTheActionsWhole() throws Exception {
        Window window = window();
        Fx.run(() -> window.workspace()
                .open(IntStream.range(0, 12).mapToObj(i -> folder.resolve("missing-" + i + ".trace")).toList()));
        Fx.await("all failed", () -> window.workspace().tabs().size() == 12);
        Parent root = window.stage().getScene().getRoot();
        Fx.run(() -> {
            for (double[] size : SIZES) {
                layOut(root, size[0], size[1]);
                List<String> found = LayoutFaults.of(root);
                assertEquals(List.of(), found, () -> size[0] + " px wide");
                Node last = root.lookupAll(".tab").stream()
                        .filter(tab -> tab.getPseudoClassStates().toString().contains("selected")).findFirst()
                        .orElseThrow();
                Node strip = root.lookup(".tabs");
                assertTrue(last.localToScene(last.getLayoutBounds()).getMaxX() <= strip
                        .localToScene(strip.getLayoutBounds()).getMaxX() + 1, "the tab in front is out of sight");
            }
            layOut(root, SIZES[0][0], SIZES[0][1]);
            assertTrue(root.lookup("#all-tabs").isVisible(), "no list of all tabs");
            window.workspace().closeAll();
        });
    }

    private Window window() throws Exception {
        return Fx.call(() -> {
            var stage = new Stage();
            var outside = new WindowActions.Host(new Bench.Answers(), Report::write, _ -> {}, EditorProcess::start,
                    stage::close);
            return new Window(stage, new Services(WindowApp.opener(),
                    new Rulebook(Rules::judge, new RuleSettings(RulesFile.in(folder))), new Preferences(folder),
                    outside));
        });
    }

    private static Session open(Window window, Path file) throws Exception {
        Fx.run(() -> window.workspace().open(List.of(file)));
        Fx.await("the trace is open", () -> window.workspace().session().isPresent());
        Session session = Fx.call(() -> window.workspace().session().orElseThrow());
        Fx.await("the rules are done", () -> session.findings().stateProperty().get() == FindingList.State.READY);
        return session;
    }

    private void check(Window window, String what) {
        Parent root = window.stage().getScene().getRoot();
        if (longer) {
            lengthen(root);
        }
        for (double[] size : SIZES) {
            layOut(root, size[0], size[1]);
            LayoutFaults.of(root).forEach(fault -> faults.putIfAbsent(what + ": " + fault, size[0]));
        }
    }

    /// What wraps or scrolls is in its place only after some passes.
    private static void layOut(Parent root, double width, double height) {
        root.resize(width, height);
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
    }

    /// Makes all words of labels and buttons longer by 40 %, once. What is cut in its middle is a name of the program's.
    private static void lengthen(Node node) {
        if (node instanceof Labeled labeled && !labeled.textProperty().isBound() && labeled.getText() != null
                && !labeled.getText().isEmpty() && !labeled.getText().endsWith("~")
                && labeled.getTextOverrun() != OverrunStyle.CENTER_ELLIPSIS) {
            int more = (int) Math.ceil(labeled.getText().length() * 0.4);
            labeled.setText(labeled.getText() + Stream.generate(() -> "~").limit(more)
                    .reduce("", String::concat));
            if (labeled.getTooltip() != null && !labeled.getTooltip().textProperty().isBound()) {
                labeled.getTooltip().setText(labeled.getTooltip().getText() + labeled.getText());
            }
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl) && !(node instanceof Button b
                && b.getGraphic() != null)) {
            parent.getChildrenUnmodifiable().forEach(LayoutTest::lengthen);
        }
    }
}
