package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.model.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every label that is shipped beside a sample trace: what must be said of it, and what must not.
class LabelsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> labelled() {
        return Samples.traces().stream().filter(t -> Files.exists(labels(t)))
                .filter(t -> !t.toString().contains("leak-corpus"));
    }

    private static Path labels(Path trace) {
        return trace.resolveSibling(trace.getFileName().toString().replaceFirst("\\.trace(\\.gz)?$", ".json"));
    }

    @ParameterizedTest
    @MethodSource("labelled")
    void saysWhatIsWrongAndNothingElse(Path trace) throws IOException {
        JsonNode labels = JSON.readTree(labels(trace).toFile());
        Said said = Said.of(trace);
        Set<String> missing = texts(labels.path("expect"));
        missing.removeAll(said.loud());
        assertEquals(Set.of(), missing, "expected, but not said");
        Set<String> forbidden = texts(labels.path("forbid"));
        forbidden.retainAll(said.loud());
        assertEquals(Set.of(), forbidden, "said, but forbidden");
        Set<Long> leaked = ids(labels.path("leaked"));
        assertTrue(said.stuck().containsAll(leaked), () -> leaked + " leaked, named are " + said.stuck());
        assertTrue(leaked.containsAll(said.surelyStuck()), () -> said.surelyStuck() + " named, leaked are " + leaked);
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(n -> texts.add(n.asText()));
        return texts;
    }

    private static Set<Long> ids(JsonNode map) {
        Set<Long> ids = new HashSet<>();
        map.fieldNames().forEachRemaining(n -> ids.add(Long.valueOf(n)));
        return ids;
    }
}
