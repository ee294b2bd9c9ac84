package dev.faultline.model.summary;

import java.util.ArrayList;
import java.util.List;

/// Rows of text in columns: the first column is flush left, the others flush right.
final class TextTable {
    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Appends the rows, each with an indent and a line feed.
    void print(StringBuilder out) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            out.append("  ").append(row.getFirst());
            int open = widths[0] - length(row.getFirst());
            for (int i = 1; i < row.size(); i++) {
                out.append(" ".repeat(open)).append(GAP).append(" ".repeat(widths[i] - length(row.get(i))))
                        .append(row.get(i));
                open = 0;
            }
            out.append('\n');
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
