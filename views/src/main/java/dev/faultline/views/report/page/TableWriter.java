package dev.faultline.views.report.page;

import dev.faultline.views.report.content.Block;
import dev.faultline.views.report.content.Cell;
import dev.faultline.views.report.content.Picture;
import java.util.List;
import java.util.Locale;

/// Makes tables, with a head that repeats on each page. Columns are styled as `.name .c1`, `.name .c2`…
final class TableWriter {
    private final BlockWriter writer;

    TableWriter(BlockWriter writer) {
        this.writer = writer;
    }

    void write(Html parent, Block.Table table) {
        Html element = parent.add("table", "data " + table.name());
        Html head = element.add("thead").add("tr");
        List<Cell> first = table.rows().isEmpty() ? List.of() : table.rows().getFirst();
        for (int i = 0; i < table.heads().size(); i++) {
            if (shown(first, i)) {
                String number = i < first.size() && first.get(i).style() == Cell.Style.NUMBER ? " number" : "";
                head.add("th", "c" + (i + 1) + number).with("scope", "col").text(table.heads().get(i));
            }
        }
        Html body = element.add("tbody");
        for (List<Cell> cells : table.rows()) {
            Html row = body.add("tr");
            for (int i = 0; i < cells.size(); i++) {
                if (shown(cells, i)) {
                    cell(row, cells.get(i));
                }
            }
        }
    }

    private boolean shown(List<Cell> cells, int column) {
        return writer.hasPages() || column >= cells.size() || cells.get(column).style() != Cell.Style.PAGE;
    }

    private void cell(Html row, Cell cell) {
        Html td = row.add("td");
        if (cell.style() != Cell.Style.TEXT) {
            td.with("class", cell.style().name().toLowerCase(Locale.ROOT));
        }
        if (!Double.isNaN(cell.order()) && !writer.hasPages()) {
            td.with("data-order", Double.toString(cell.order()));
        }
        Picture picture = cell.picture();
        if (cell.style() == Cell.Style.PAGE) {
            writer.page(td, cell);
        } else if (picture != null) {
            writer.picture(td, picture);
        } else if (!cell.anchor().isEmpty()) {
            td.add("a").with("href", "#" + cell.anchor()).text(cell.text());
        } else if (cell.below().isEmpty()) {
            td.text(cell.text());
        } else {
            td.add("div", "name").text(cell.text());
            td.add("div", "site").text(cell.below());
        }
    }
}
