package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.model.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Recall and precision of the leak findings over the shipped corpus, whose labels are exact, against the limits below and
/// against the table in the module's documents. The document tells how to write the table again.
class LeakCorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TABLE = Path.of("docs/accuracy-table.md");
    /// Shares of the leaked goroutines and of their sites named as certain or likely, and of the named that leaked.
    private static final double RECALL = 0.95;
    private static final double SITES = 0.97;
    private static final double PRECISION = 0.98;
    private static final String HEAD = """
            # Accuracy of the leak findings on the shipped corpus

            Written by `LeakCorpusTest`, which fails when it does not hold any more. To write it again, with the baseline:

            ```
            mvn -q -pl goroutine-model -am test -Dtest='LeakCorpusTest,RulesBaselineTest' \\
                -Dsurefire.failIfNoSpecifiedTests=false -Dbaseline=update
            ```

            Named are the goroutines of `goroutine-leak` and `deadlock` that are certain or likely; those that are only possible
            are counted apart. A site is a place where goroutines leaked, told by where they wait and where they were created.
            The rules were shaped on these programs: on others expect less.

            | corpus | programs | without leak | false alarms | leaked | named | possible | recall | sites named | wrongly named | precision |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    /// What was counted over some programs.
    private static final class Counts {
        private int programs;
        private int clean;
        private int alarmed;
        private int leaked;
        private int hit;
        private int maybe;
        private int sites;
        private int sitesHit;
        private int wrong;

        void add(JsonNode labels, Said said) {
            Set<Long> truth = new HashSet<>();
            Map<String, Set<Long>> places = new HashMap<>();
            labels.path("leaked").forEach(g -> {
                truth.add(g.path("goid").asLong());
                places.computeIfAbsent(g.path("user") + " " + g.path("wait") + " " + g.path("created_by"),
                        key -> new HashSet<>()).add(g.path("goid").asLong());
            });
            Set<Long> sure = new HashSet<>(said.surelyStuck());
            Set<Long> all = new HashSet<>(said.stuck());
            labels.path("harness_goids").forEach(g -> {
                if (!truth.contains(g.asLong())) {
                    sure.remove(g.asLong());
                    all.remove(g.asLong());
                }
            });
            programs++;
            clean += truth.isEmpty() ? 1 : 0;
            alarmed += truth.isEmpty() && !sure.isEmpty() ? 1 : 0;
            leaked += truth.size();
            sites += places.size();
            sitesHit += (int) places.values().stream().filter(p -> p.stream().anyMatch(sure::contains)).count();
            wrong += (int) sure.stream().filter(g -> !truth.contains(g)).count();
            int named = (int) truth.stream().filter(sure::contains).count();
            hit += named;
            maybe += (int) truth.stream().filter(all::contains).count() - named;
        }

        double recall() {
            return leaked == 0 ? 1 : (double) hit / leaked;
        }

        double precision() {
            return hit + wrong == 0 ? 1 : (double) hit / (hit + wrong);
        }

        String row(String name) {
            return String
                    .format(java.util.Locale.ROOT, "| %s | %d | %d | %d | %d | %d | %d | %s | %d of %d | %d | %s |%n",
                            name, programs, clean, alarmed, leaked, hit, maybe, share(recall()), sitesHit, sites, wrong,
                            share(precision()))
                    .replace("\r\n", "\n");
        }

        private static String share(double value) {
            return String.format(java.util.Locale.ROOT, "%.1f %%", 100 * value);
        }
    }

    @Test
    void namesWhatLeakedAndSparesWhatOnlyWaits() throws IOException {
        List<Path> corpus = Samples.traces().stream().filter(t -> t.toString().contains("leak-corpus")).toList();
        assertTrue(corpus.size() >= 40, () -> corpus.size() + " traces");
        Map<String, Counts> folders = new TreeMap<>();
        Counts all = new Counts();
        for (Path trace : corpus) {
            JsonNode labels = JSON.readTree(Path.of(trace.toString().replaceFirst("\\.trace\\.gz$", ".json")).toFile());
            Said said = Said.of(trace);
            Stream.of(all, folders.computeIfAbsent(trace.getParent().getFileName().toString(), key -> new Counts()))
                    .forEach(counts -> counts.add(labels, said));
        }
        StringBuilder table = new StringBuilder(HEAD);
        folders.forEach((name, counts) -> table.append(counts.row(name)));
        table.append(all.row("all"));
        if ("update".equals(System.getProperty("baseline"))) {
            Files.writeString(TABLE, table);
        }
        assertEquals(0, all.alarmed, "false alarms in programs without leaks");
        assertTrue(all.recall() >= RECALL, all.hit + " of " + all.leaked + " leaked goroutines named");
        assertTrue(all.sitesHit >= SITES * all.sites, all.sitesHit + " of " + all.sites + " sites named");
        assertTrue(all.precision() >= PRECISION, all.wrong + " wrongly named");
        assertEquals(Files.readString(TABLE), table.toString());
    }
}
