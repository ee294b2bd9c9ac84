package dev.faultline.app.ui.part;

import com.google.common.base.CharMatcher;
import dev.faultline.trace.disk.AtomicFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Rows of a table as text: as people see them, tab-separated, or with plain numbers as CSV (RFC 4180).
final class TableText {
    private static final CharMatcher BREAKS = CharMatcher.anyOf("\t\r\n");
    private static final CharMatcher QUOTED = CharMatcher.anyOf(",\"\r\n");
    private static final int LOOK = 1_024;

    private final List<Column> columns;

    TableText(List<Column> columns) {
        this.columns = columns;
    }

    /// Rows as they are seen, cells separated by tabs, rows by line ends.
    ///
    /// @param titles whether the titles of the columns come first
    /// @param cancelled is asked now and then
    String tabs(int[] places, boolean titles, BooleanSupplier cancelled) {
        StringBuilder text = new StringBuilder();
        if (titles) {
            line(text, columns.stream().map(Column::title).toList());
        }
        for (int row = 0; row < places.length && (row % LOOK != 0 || !cancelled.getAsBoolean()); row++) {
            int place = places[row];
            line(text, columns.stream().map(column -> column.text().apply(place)).toList());
        }
        return text.toString();
    }

    private static void line(StringBuilder to, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            to.append(i == 0 ? "" : "\t").append(BREAKS.replaceFrom(cells.get(i), ' '));
        }
        to.append('\n');
    }

    /// Writes rows as CSV, with a header and numbers without units; the file is there whole or not at all.
    void csv(Path file, int[] places, BooleanSupplier cancelled) throws IOException {
        AtomicFile.write(file, draft -> {
            try (Writer out = Files.newBufferedWriter(draft)) {
                record(out, columns.stream().map(TableText::title).toList());
                for (int row = 0; row < places.length; row++) {
                    if (row % LOOK == 0 && cancelled.getAsBoolean()) {
                        throw new IOException("it was cancelled");
                    }
                    int place = places[row];
                    record(out, columns.stream().map(column -> plain(column, place)).toList());
                }
            }
        });
    }

    private static String title(Column column) {
        return column.title() + (column.figures() == null ? "" : column.figures().unit().suffix());
    }

    private static String plain(Column column, int place) {
        Figures figures = column.figures();
        return figures == null
                ? column.text().apply(place)
                : figures.unit().plain(figures.of().applyAsDouble(place));
    }

    private static void record(Writer out, List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            String field = fields.get(i);
            out.write(i == 0 ? "" : ",");
            out.write(QUOTED.matchesAnyOf(field) ? '"' + field.replace("\"", "\"\"") + '"' : field);
        }
        out.write("\r\n");
    }
}
