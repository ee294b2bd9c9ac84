package dev.faultline.app.cli;

import static dev.faultline.app.cli.Shell.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The JSON of `analyze` is what its schema in the documents says.
class JsonSchemaTest {
    @TempDir
    Path folder;

    private final Schema schema = schema();
    private final Shell shell = new Shell();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("docs", "analyze.schema.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void holds(Object... args) {
        String json = shell.run(args).out();
        List<Error> errors = schema.validate(json, InputFormat.JSON);
        assertEquals(List.of(), errors, json);
    }

    @Test
    void oneTrace() {
        holds("analyze", sample("go1.27/pool-swallows-timeout.trace"), "--json", "-");
        holds("analyze", sample("go1.19/lost-context.trace"), "--json", "-", "--from", "10ms");
        holds("analyze", sample("go1.27/slow-leak.trace"), "--json", "-", "--suppress", "goroutine-leak");
    }

    @Test
    void severalTraces() {
        holds("analyze", sample("go1.27/slow-leak.trace"), sample("go1.19/slow-leak.json"), "--json", "-");
    }

    @Test
    void withBaselineAndBudgets() {
        Path baseline = folder.resolve("baseline.json");
        Path leak = sample("go1.27/range-never-closed.trace");
        shell.run("analyze", leak, "--write-baseline", baseline);
        holds("analyze", leak, sample("go1.27/lost-context.trace"), "--baseline", baseline, "--json", "-");
        holds("analyze", sample("go1.27/lost-context.trace"), "--baseline", baseline, "--json", "-", "--max", "stw=1ms",
                "--min", "p99-task:none=1", "--fail-on", "warning");
    }

    @Test
    void theSchemaRefusesOthers() {
        String json = shell.run("analyze", sample("go1.27/slow-leak.trace"), "--json", "-").out();
        for (String wrong : List.of(json.replace("\"key\"", "\"keys\""), json.replace("\"critical\"", "\"bad\""),
                json.replace("leaked_count", "leaked"), json.replace("\"events\" : ", "\"events\" : -"), "[]")) {
            assertFalse(schema.validate(wrong, InputFormat.JSON).isEmpty());
        }
    }
}
