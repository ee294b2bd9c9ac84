package dev.faultline.model.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.model.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Recall and precision of the leak findings over the shipped corpus, whose labels are exact.
class LeakCorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// Shares of the leaked goroutines named as certain or likely, and of the named that leaked.
    private static final double RECALL = 0.95;
    private static final double PRECISION = 0.98;

    @Test
    void namesWhatLeakedAndSparesWhatOnlyWaits() throws IOException {
        int leaked = 0;
        int hit = 0;
        int named = 0;
        List<Path> corpus = Samples.traces().stream().filter(t -> t.toString().contains("leak-corpus")).toList();
        assertTrue(corpus.size() >= 40, () -> corpus.size() + " traces");
        for (Path trace : corpus) {
            JsonNode labels = JSON.readTree(Path.of(trace.toString().replaceFirst("\\.trace\\.gz$", ".json")).toFile());
            Set<Long> truth = new HashSet<>();
            labels.path("leaked").forEach(g -> truth.add(g.path("goid").asLong()));
            Set<Long> said = new HashSet<>(Said.of(trace).surelyStuck());
            labels.path("harness_goids").forEach(g -> {
                if (!truth.contains(g.asLong())) {
                    said.remove(g.asLong());
                }
            });
            if (truth.isEmpty()) {
                assertEquals(Set.of(), said, () -> "false alarm in " + trace);
            }
            leaked += truth.size();
            named += said.size();
            said.retainAll(truth);
            hit += said.size();
        }
        assertTrue(hit >= RECALL * leaked, hit + " of " + leaked + " leaked goroutines named");
        assertTrue(hit >= PRECISION * named, hit + " of " + named + " named goroutines leaked");
    }
}
