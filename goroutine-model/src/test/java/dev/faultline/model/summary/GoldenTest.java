package dev.faultline.model.summary;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.faultline.model.Samples;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every field of every golden that is shipped beside a sample trace.
class GoldenTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> goldens() {
        return Samples.traces().stream().filter(t -> Files.exists(golden(t)));
    }

    private static Path golden(Path trace) {
        return trace.resolveSibling(trace.getFileName().toString().replaceFirst("\\.trace(\\.gz)?$", ".golden.json"));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void summaryAgreesWithGosReader(Path trace) throws IOException {
        JsonNode want = JSON.readTree(golden(trace).toFile());
        List<String> differences = GoldenDiff.of(want, JSON.readTree(summary(trace)));
        assertTrue(differences.isEmpty(), () -> String.join("\n", differences));
    }

    @Test
    void comparisonSeesWrongFigures() throws IOException {
        Path trace = goldens().findFirst().orElseThrow();
        JsonNode want = JSON.readTree(golden(trace).toFile());
        String json = summary(trace).replaceFirst("\"goroutine_count\" : \\d", "\"goroutine_count\" : 9")
                .replaceFirst("\"exec_ns_all\" : ", "\"exec_ns_all\" : 9");
        assertTrue(GoldenDiff.of(want, JSON.readTree(json)).size() >= 2);
        assertFalse(GoldenDiff.of(want, JSON.createObjectNode()).isEmpty());
    }

    private static String summary(Path file) throws IOException {
        try (Trace trace = TraceReader.read(file, Progress.NONE)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SummaryJson.write(ModelBuilder.build(trace, Progress.NONE), out);
            return out.toString(java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
