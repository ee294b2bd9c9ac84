package dev.faultline.views.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.Range;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.views.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final Path DOCUMENT = Path.of("docs", "tables.md");

    @TempDir
    private Path folder;

    private Map<String, List<CSVRecord>> export(Facts facts, Judgement judgement) throws IOException {
        CsvTables.write(facts, judgement, folder);
        Map<String, List<CSVRecord>> tables = new HashMap<>();
        for (Table table : Tables.all()) {
            try (CSVParser csv = CSVParser.parse(folder.resolve(table.name() + ".csv"),
                    StandardCharsets.UTF_8,
                    CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
                assertEquals("trace_id", csv.getHeaderNames().getFirst());
                assertEquals(table.columns().stream().map(Table.Column::name).toList(),
                        csv.getHeaderNames().subList(1, csv.getHeaderNames().size()));
                List<CSVRecord> rows = csv.getRecords();
                rows.forEach(row -> fits(table, row));
                tables.put(table.name(), rows);
            }
        }
        return tables;
    }

    /// Each value is what its column says.
    private static void fits(Table table, CSVRecord row) {
        assertEquals(table.columns().size() + 1, row.size(), table::name);
        for (Table.Column column : table.columns()) {
            String value = row.get(column.name());
            switch (column.type()) {
                case INTEGER -> assertTrue(value.matches("-?\\d*"), () -> table.name() + "." + column + " " + value);
                case BOOLEAN -> assertTrue(value.matches("true|false"), () -> table.name() + "." + column);
                case REAL -> assertTrue(value.isEmpty() || !Double.isNaN(Double.parseDouble(value)));
                case TEXT -> assertTrue(!value.equals("null"), () -> table.name() + "." + column);
            }
        }
    }

    @Test
    void tablesHoldWhatTheModelHolds() throws IOException {
        Facts facts = Samples.facts("go1.24/healthy-spans");
        TraceModel model = facts.model();
        Map<String, List<CSVRecord>> tables = export(facts, Rules.judge(facts, Settings.DEFAULTS));
        assertEquals(1, tables.get("traces").size());
        assertEquals(model.goroutines().count(), tables.get("goroutines").size());
        assertEquals(model.groups().size(), tables.get("groups").size());
        assertEquals(model.tasks().size(), tables.get("tasks").size());
        assertEquals(model.regions().size(), tables.get("regions").size());
        assertEquals(model.logRows().length, tables.get("logs").size());
        assertEquals(model.ranges(Range.Kind.STW).size(), tables.get("pauses").size());
        assertEquals(model.trace().stacks().frameCount(), tables.get("frames").size());
        long running = tables.get("states").stream().filter(r -> r.get("state").equals("running"))
                .mapToLong(r -> Long.parseLong(r.get("to_ns")) - Long.parseLong(r.get("from_ns"))).sum();
        assertEquals(tables.get("goroutines").stream().mapToLong(r -> Long.parseLong(r.get("running_ns"))).sum(),
                running);
        assertTrue(tables.get("metrics").stream().anyMatch(r -> r.get("name").equals("goroutines")));
    }

    @Test
    void findingsComeWithTheirEvidence() throws IOException {
        Facts facts = Samples.facts("go1.27/pool-swallows-timeout");
        Judgement judgement = Rules.judge(facts, Settings.DEFAULTS);
        Map<String, List<CSVRecord>> tables = export(facts, judgement);
        assertEquals(judgement.withConsequences().size(), tables.get("findings").size());
        assertEquals("orphan-work", tables.get("findings").getFirst().get("id"));
        assertTrue(tables.get("evidence").stream().anyMatch(r -> r.get("finding").equals("0")
                && r.get("kind").equals("interval") && !r.get("to_ns").isEmpty()));
        assertTrue(tables.get("wakeups").stream().anyMatch(r -> r.get("waker").isEmpty()));
    }

    @Test
    void theDocumentIsTheSchema() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Table table : Tables.all()) {
            text.append("\n## ").append(table.name()).append("\n\nA row is ").append(table.meaning())
                    .append(".\n\n| column | type | is |\n|---|---|---|\n");
            for (Table.Column c : table.columns()) {
                text.append("| `").append(c.name()).append("` | ").append(c.type().name().toLowerCase(Locale.ROOT))
                        .append(" | ")
                        .append(c.meaning()).append(" |\n");
            }
        }
        String document = Files.readString(DOCUMENT);
        String written = document.substring(document.indexOf("\n## "));
        if (Boolean.getBoolean("document.update")) {
            Files.writeString(DOCUMENT, document.substring(0, document.indexOf("\n## ")) + text);
        } else {
            assertEquals(text.toString(), written, "run with -Ddocument.update=true");
        }
        assertNull(System.getProperty("document.update"), "the document was written");
    }
}
