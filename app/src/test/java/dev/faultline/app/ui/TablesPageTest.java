package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TableJump;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// All that one does with tables, on one trace.
@ExtendWith(Fx.class)
class TablesPageTest {
    @TempDir
    private Path folder;

    @Test
    void tablesAreFilteredCopiedSavedAndLeadToTheTimeline() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            Fx.run(() -> session.jump(new TableJump("Goroutines", "fn:main.*.func3 select>=10ms")));
            assertEquals(PageKey.TABLES, session.pageProperty().get());
            awaitMatches(bench, "24 of 66 rows");
            Fx.await("the rows are summed up", () -> bench.scene().getRoot().lookupAll(".table-summary").stream()
                    .anyMatch(label -> ((Label) label).getText()
                            .matches(
                                    "Waiting: total 732\\.9 ms \\([0-9.]+ % of all\\), median 30\\.5 ms, p95 .*, max .*")));

            assertEveryColumnCanBeReached(bench);

            filter(bench, "colour:red");
            awaitMatches(bench, "not understood");
            assertEquals(24, table(bench).getItems().size(), "what was shown stays");
            filter(bench, "(id:11 or id:12) frame:net.*Read");
            awaitMatches(bench, "2 of 66 rows");

            Fx.run(() -> {
                table(bench).getSelectionModel().selectAll();
                table(bench).requestFocus();
            });
            new Hand(bench.scene()).press(KeyCode.CONTROL, KeyCode.C);
            String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
            assertEquals(2, copied.lines().count());
            assertTrue(copied.lines().allMatch(line -> line.matches("G1[12]\tmain\\.poolSwallowsTimeout\\.func2\t.*")),
                    copied);

            Path file = folder.resolve("out.csv");
            bench.answers().setTable(file);
            Fx.run(() -> menu(bench, "Save as CSV…").fire());
            Fx.await("the table is saved", () -> Files.exists(file));
            List<String> lines = Files.readAllLines(file);
            assertTrue(lines.getFirst()
                    .startsWith("Goroutine,Entry function,Created (ns),Lifetime (ns),End,Running (ns)"));
            assertEquals(3, lines.size());

            Fx.run(() -> menu(bench, "Flame graph of these").fire());
            assertEquals(PageKey.FLAME, session.pageProperty().get());
            assertTrue(((TextField) bench.find("#flame-filter")).getText().matches("id:1[12] or id:1[12]"));
            Fx.run(() -> session.pageProperty().set(PageKey.TABLES));

            Fx.run(() -> {
                table(bench).getSelectionModel().clearAndSelect(0);
                menu(bench, "Show in the timeline").fire();
            });
            assertEquals(PageKey.TIMELINE, session.pageProperty().get());
            assertInstanceOf(Thing.Goroutine.class, session.selection().selected());
        }
    }

    @Test
    void everyTableHasRowsOrSaysWhyNot() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            for (String name : List.of("Groups", "Wait sites", "Waits", "Stacks", "Tasks", "Regions", "Threads",
                    "Pauses",
                    "Events")) {
                Fx.run(() -> session.jump(new TableJump(name, "")));
                Fx.await(name, () -> shown(bench) && table(bench).getItems().size() > 0);
            }
            assertEquals(session.trace().events().size(), table(bench).getItems().size());
            filter(bench, "event:GoUnblock g:1");
            awaitMatches(bench, "not understood");
            filter(bench, "event:GoCreate,GoStart time<100ms");
            Fx.await("events are filtered", () -> table(bench).getItems().size() > 0
                    && table(bench).getItems().size() < session.trace().events().size());
            assertTrue(Fx.call(() -> column(table(bench), "Event")).stream()
                    .allMatch(List.of("GoCreate", "GoStart")::contains));
            filter(bench, "(goroutine:16 or about:G16) time>=1726336ns time<=803120256ns");
            awaitMatches(bench, "2 matches");
            assertEquals(List.of("GoBlock", "GoUnblock"), Fx.call(() -> column(table(bench), "Event")),
                    "the menu of a span asks so");
            Fx.run(() -> session.jump(new TableJump("Waits", "state:runnable duration>=20us")));
            Fx.await("waits are filtered", () -> shown(bench) && column(table(bench), "State").stream()
                    .allMatch("runnable"::equals) && table(bench).getItems().size() > 0);
            Fx.run(() -> session.jump(new TableJump("GC cycles", "")));
            bench.withText("No GC cycles");
            bench.withText("The GC did not run while the trace was recorded.");
        }
    }

    private static void assertEveryColumnCanBeReached(Bench bench) throws Exception {
        var last = table(bench).getColumns().getLast();
        assertEquals("Other wait", last.getText());
        ScrollBar bar = table(bench).lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .filter(one -> one.getOrientation() == Orientation.HORIZONTAL).findFirst().orElseThrow();
        assertTrue(Fx.call(bar::isVisible), "more columns than fit, and no bar to scroll to them");
        assertTrue(Fx.call(() -> table(bench).getColumns().stream().mapToDouble(TableColumn::getWidth).sum()
                - bar.getMax() <= table(bench).getWidth()),
                "scrolled to its end the bar does not show the last column");
        double narrow = Fx.call(() -> table(bench).getColumns().get(1).getWidth());
        assertEquals(260, narrow, "names have the room that they need");
    }

    private static boolean shown(Bench bench) {
        return bench.scene().getRoot().lookup(".dense-table") != null;
    }

    private static TableView<?> table(Bench bench) {
        return (TableView<?>) bench.scene().getRoot().lookup(".dense-table");
    }

    private static MenuItem menu(Bench bench, String name) {
        var menu = table(bench).getContextMenu();
        menu.getOnShowing().handle(null);
        return menu.getItems().stream().filter(item -> name.equals(item.getText())).findFirst().orElseThrow();
    }

    private static void filter(Bench bench, String text) throws Exception {
        var field = (TextField) bench.find(".table-filter");
        Fx.run(() -> field.setText(text));
    }

    private static void awaitMatches(Bench bench, String words) throws Exception {
        Fx.await(words, () -> bench.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(label -> words.equals(((Label) label).getText())));
    }

    private static List<String> column(TableView<?> table, String title) {
        var column = table.getColumns().stream().filter(c -> c.getText().equals(title)).findFirst().orElseThrow();
        return IntStream.range(0, table.getItems().size()).mapToObj(i -> String.valueOf(column.getCellData(i)))
                .toList();
    }
}
