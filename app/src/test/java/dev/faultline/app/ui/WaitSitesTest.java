package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.WaitKind;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The table of places where goroutines wait.
@ExtendWith(Fx.class)
@Tag("slow")
class WaitSitesTest {
    @TempDir
    private Path folder;

    @Test
    void listsHowManyWaitWhereAndLeadsToTheLongest() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            Fx.run(() -> session.pageProperty().set(PageKey.TABLES));
            new Hand(bench.scene()).click(bench.withText("Wait sites"));
            var table = (TableView<?>) bench.find(".dense-table");
            List<String> where = Fx.call(() -> column(table, "Where"));
            int row = where.indexOf(where.stream().filter(w -> w.startsWith("main.poolSwallowsTimeout.func2.1"))
                    .findFirst().orElseThrow());
            assertEquals("4", Fx.call(() -> column(table, "Ended")).get(row));
            assertEquals(WaitKind.NETWORK.label(), Fx.call(() -> column(table, "Waits for")).get(row));
            assertTrue(Fx.call(() -> column(table, "Median")).get(row).endsWith(" ms"));
            Fx.run(() -> table.getSelectionModel().select(row));
            var longest = assertInstanceOf(Thing.Goroutine.class, session.selection().selected());
            assertEquals(11, session.model().goroutines().id(longest.goroutine()));
        }
    }

    private static List<String> column(TableView<?> table, String title) {
        var column = table.getColumns().stream().filter(c -> c.getText().equals(title)).findFirst().orElseThrow();
        return IntStream.range(0, table.getItems().size()).mapToObj(i -> String.valueOf(column.getCellData(i)))
                .toList();
    }
}
