package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.command.Hit;
import dev.faultline.app.ui.command.Search;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            List<String> findings = titles(hits(bench, "starvation"), "finding");
            assertEquals(1, findings.size());
            assertTrue(findings.getFirst().startsWith("pool-starvation: "), findings::toString);
            assertEquals(List.of(), hits(bench, "no such thing anywhere"));
            assertEquals(List.of(), hits(bench, "99999999999999999999"));
        }
    }
}
