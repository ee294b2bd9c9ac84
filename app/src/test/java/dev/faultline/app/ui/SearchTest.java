package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.command.Hit;
import dev.faultline.app.ui.command.Search;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a typed word finds, and where it leads.
@ExtendWith(Fx.class)
@Tag("slow")
class SearchTest {
    @TempDir
    private Path folder;

    private static List<Hit> hits(Bench bench, String query) throws Exception {
        List<Hit> found = new ArrayList<>();
        Search search = new Search(bench.window().actions(), bench.window().commands());
        Fx.run(() -> search.find(query, hits -> {
            found.clear();
            found.addAll(hits);
        }));
        return found;
    }

    private static List<String> titles(List<Hit> hits, String kind) {
        return hits.stream().filter(hit -> hit.kind().equals(kind)).map(Hit::title).toList();
    }

    @Test
    void findsWhatTheWordsNameAndNothingElse() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            assertEquals(List.of(), titles(hits(bench, "pool"), "function"), "no trace is open");
            assertEquals(List.of(bench.window().commands().get("theme").label()),
                    titles(hits(bench, "theme"), "command"));

            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            List<Hit> number = hits(bench, "#11");
            assertEquals("goroutine", number.getFirst().kind());
            Fx.run(number.getFirst().action());
            var goroutine = assertInstanceOf(Thing.Goroutine.class, session.selection().selected());
            assertEquals(11, session.model().goroutines().id(goroutine.goroutine()));

            List<Hit> words = hits(bench, "POOL func2");
            assertTrue(titles(words, "goroutines").contains("main.poolSwallowsTimeout.func2"), words::toString);
            assertTrue(titles(words, "function").contains("main.poolSwallowsTimeout.func2.1"), words::toString);
            assertTrue(words.stream().map(hit -> hit.title().toLowerCase(Locale.ROOT))
                    .allMatch(title -> title.contains("pool") && title.contains("func2")), words::toString);

            assertEquals(8, titles(hits(bench, "call"), "task").size(), "of 24, so many are listed");
            Fx.run(hits(bench, "call").stream().filter(hit -> hit.title().equals("all 24 tasks with “call”"))
                    .findFirst()
                    .orElseThrow().action());
            assertEquals(PageKey.TABLES, session.pageProperty().get());
            Fx.await("all tasks are listed", () -> rows(bench) == 24);
            List<String> findings = titles(hits(bench, "starvation"), "finding");
            assertEquals(1, findings.size());
            assertTrue(findings.getFirst().startsWith("pool-starvation: "), findings::toString);
            assertEquals(List.of(), hits(bench, "no such thing anywhere"));
            assertEquals(List.of(), hits(bench, "99999999999999999999"));
        }
    }

    @Test
    void findsTimesPlacesEventsRegionsAndPauses() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            Fx.run(only(hits(bench, "100ms - 200ms"), "time").action());
            assertEquals(new TimeRange(100_000_000, 200_000_000), session.viewport().visible());
            Fx.run(only(hits(bench, "0.5 s"), "time").action());
            assertEquals(500_000_000, session.viewport().visible().middleNs(), 10);
            assertEquals(List.of(), titles(hits(bench, "30s"), "time"), "after the end");

            Hit place = only(hits(bench, "spans.go:203"), "code");
            assertEquals("spans.go:203", place.title());
            assertEquals("regions", only(hits(bench, "pool job"), "regions").kind());
            assertEquals("start trace", only(hits(bench, "stop-the-world"), "pause").title());
            Fx.run(only(hits(bench, "table threads"), "table").action());
            Fx.await("the threads are listed", () -> rows(bench) == session.trace().threads().size());
            Fx.run(only(hits(bench, "gounblock"), "events").action());
            Fx.await("the events are listed", () -> rows(bench) > 0 && rows(bench) < session.trace().events().size());
        }
    }

    private static Hit only(List<Hit> hits, String kind) {
        List<Hit> fits = hits.stream().filter(hit -> hit.kind().equals(kind)).toList();
        assertEquals(1, fits.size(), () -> kind + " in " + hits);
        return fits.getFirst();
    }

    private static int rows(Bench bench) {
        return bench.scene().getRoot().lookup(".dense-table") instanceof TableView<?> table
                ? table.getItems().size()
                : 0;
    }
}
