package dev.faultline.views.export;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Judgement;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes all tables of a trace as CSV (RFC 4180, UTF-8) into a folder, one file a table with a line of column names.
public final class CsvTables {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    private static final String TRACE = "trace_id";

    private CsvTables() {
    }

    /// @param folder is there and empty
    public static void write(Facts facts, Judgement judgement, Path folder) throws IOException {
        String trace = facts.model().trace().name();
        for (Table table : Tables.all()) {
            try (Writer file = Files.newBufferedWriter(folder.resolve(table.name() + ".csv"));
                    CSVPrinter csv = new CSVPrinter(file, FORMAT)) {
                List<String> names = new ArrayList<>(List.of(TRACE));
                table.columns().forEach(c -> names.add(c.name()));
                csv.printRecord(names);
                table.source().each(facts, judgement, values -> {
                    csv.print(trace);
                    for (Object value : values) {
                        csv.print(value);
                    }
                    csv.println();
                });
            }
        }
    }
}
