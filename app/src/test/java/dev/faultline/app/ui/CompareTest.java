package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.session.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Two traces side by side.
@ExtendWith(Fx.class)
class CompareTest {
    private static final String BEFORE = "comparison/before.trace.gz";
    private static final String LOCK = "comparison/longer-lock.trace.gz";

    @TempDir
    private Path folder;

    @Test
    void anOpenTraceIsComparedByKeysAndClicks() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session before = bench.load(BEFORE);
            bench.load(LOCK);
            var hand = new Hand(bench.scene());
            hand.press(KeyCode.SHIFT, KeyCode.C);
            bench.withText("Which trace was before longer-lock.trace.gz? They can be swapped later.");
            Button choice = (Button) bench.find(".compare-choice");
            assertEquals("before.trace.gz", choice.getText());
            hand.press(KeyCode.ENTER);
            headline(bench, "3 worse");
            assertEquals("Comparing before.trace.gz with longer-lock.trace.gz", bench.withText(
                    "Comparing before.trace.gz with longer-lock.trace.gz").getText());

            TableView<?> table = (TableView<?>) bench.find(".dense-table");
            Fx.await("what differs is listed", () -> table.getItems().size() == 4);
            assertEquals("sync.(*Mutex).Lock in main.(*store).get", cell(table, 0, 2));
            assertEquals("53.5 ×", cell(table, 0, 6));
            assertEquals("offset 0", text(bench, "#compare-offset"));
            Fx.await("rows are drawn", () -> firstName(table).isPresent());
            hand.click(Fx.call(() -> firstName(table).orElseThrow()));
            Fx.await("both go to their longest wait", () -> text(bench, "#compare-offset").equals("offset 137.9 ms"));
            hand.click(bench.find("#compare-align"));
            Fx.await("aligned", () -> text(bench, "#compare-offset").equals("offset 0"));
            hand.click(bench.find("#compare-link"));
            assertFalse(((CheckBox) bench.find("#compare-link")).isSelected());

            show(bench, "Findings");
            bench.withText("2 same");
            show(bench, "Flame");
            assertTrue(((Region) bench.find(".flame-view")).getWidth() > 500);
            show(bench, "How it was judged");
            assertTrue(((Label) bench.find(".stacked .label")).getText().contains("spread unknown"));

            hand.click(bench.find("#compare-swap"));
            headline(bench, "3 better");
            Workspace workspace = bench.window().workspace();
            assertEquals(4, workspace.tabs().size());
            Fx.run(() -> workspace.close(workspace.tabs().getFirst()));
            assertEquals(List.of("longer-lock.trace.gz"), workspace.tabs().stream().map(t -> t.title()).toList(),
                    "comparisons end with " + before.title());
        }
    }

    @Test
    void aFileIsOpenedAndCompared() throws Exception {
        Path copy = Files.copy(Bench.SAMPLES.resolve(BEFORE), folder.resolve("copy.trace.gz"));
        try (Bench bench = Bench.open(folder)) {
            bench.load(BEFORE);
            bench.answers().setTraces(List.of(copy));
            Fx.run(() -> bench.window().commands().get("compare").run());
            new Hand(bench.scene()).click(bench.find("#compare-file"));
            headline(bench, "No difference.");
            assertTrue(bench.state() instanceof TabState.Comparing);
            assertEquals(3, bench.window().workspace().tabs().size());
            Fx.run(() -> bench.window().commands().get("close").run());
            assertEquals(2, bench.window().workspace().tabs().size());
            Fx.run(() -> bench.window().workspace().compare(copy, bench.window().workspace().tabs().getFirst()
                    .session().orElseThrow()));
            headline(bench, "No difference.");
        }
    }

    private static Optional<TableCell<?, ?>> firstName(TableView<?> table) {
        return table.lookupAll(".table-cell.column-code").stream().<TableCell<?, ?>>map(TableCell.class::cast)
                .filter(cell -> !cell.isEmpty() && cell.getIndex() == 0).findFirst();
    }

    private static void show(Bench bench, String word) throws Exception {
        Fx.run(() -> bench.scene().getRoot().lookupAll("#comparison .switch").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals(word)).findFirst().orElseThrow().fire());
        Fx.pulse(2);
    }

    private static void headline(Bench bench, String text) throws Exception {
        Fx.await(text, () -> bench.scene().getRoot().lookup("#comparison-headline") instanceof Label label
                && label.getText().equals(text));
    }

    private static String text(Bench bench, String selector) {
        return ((Label) bench.scene().getRoot().lookup(selector)).getText();
    }

    private static String cell(TableView<?> table, int row, int column) throws Exception {
        return Fx.call(() -> String.valueOf(table.getColumns().get(column).getCellObservableValue(row).getValue()));
    }
}
