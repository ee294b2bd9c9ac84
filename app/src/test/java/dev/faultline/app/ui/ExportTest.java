package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.report.ReportForm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes into a report is chosen, seen beforehand, and written in the form that is wanted.
@Tag("slow")
class ExportTest {
    private static final String POOL = "../sample-traces/go1.27/pool-swallows-timeout.trace";

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        Fx.start();
    }

    @Test
    void writesWhatWasChosenInTheFormThatWasChosen() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            List<Finding> findings = bench.load(POOL).findings().shown();
            bench.keepNotices();
            Fx.run(() -> bench.window().commands().get("export").run());
            Fx.await("pages", () -> words(bench).startsWith("Preview, page 1 of "));
            Path out = folder.resolve("x.md");
            bench.answers().setReport(out);
            Fx.run(() -> form(bench).setValue(ReportForm.MARKDOWN));
            Fx.run(() -> ((CheckBox) node(bench, "#export-groups")).setSelected(false));
            Fx.run(() -> node(bench, "#export-findings").requestFocus());
            var hand = new Hand(bench.scene());
            hand.press(KeyCode.HOME);
            hand.press(KeyCode.SPACE);
            Fx.await("text", () -> words(bench).equals("Preview"));
            hand.press(KeyCode.ENTER);
            bench.awaitNotice("Report written to");
            String report = Files.readString(out);
            assertFalse(report.contains("### 1 " + findings.get(0).id()), report);
            assertTrue(report.contains("### 1 " + findings.get(1).id()), report);
            assertFalse(report.contains("Where goroutines spent their time"), report);
            assertEquals(WindowActions.Overlay.NONE, bench.window().actions().overlayProperty().get());
        }
    }

    @Test
    void choosesAllNoneAndWhatIsInSight() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            int all = bench.load(POOL).findings().shown().size();
            Fx.run(() -> bench.window().commands().get("export").run());
            Fx.run(() -> ((Hyperlink) node(bench, "#export-none")).fire());
            bench.withText("0 of " + all + " findings");
            Fx.run(() -> ((Hyperlink) node(bench, "#export-visible")).fire());
            bench.withText(all + " of " + all + " findings");
            Fx.run(() -> form(bench).setValue(ReportForm.SARIF));
            assertTrue(node(bench, "#export-paper").isDisabled() && node(bench, "#export-charts").isDisabled(),
                    "data for programs has neither");
            ListView<?> list = (ListView<?>) node(bench, "#export-findings");
            new Hand(bench.scene()).press(KeyCode.ESCAPE);
            assertEquals(0, list.getItems().size(), "nothing is held of a trace that may be closed");
        }
    }

    @SuppressWarnings("unchecked")
    private static ChoiceBox<ReportForm> form(Bench bench) {
        return (ChoiceBox<ReportForm>) node(bench, "#export-form");
    }

    private static String words(Bench bench) {
        return ((Label) node(bench, "#export-words")).getText();
    }

    private static javafx.scene.Node node(Bench bench, String id) {
        return bench.scene().lookup(id);
    }
}
