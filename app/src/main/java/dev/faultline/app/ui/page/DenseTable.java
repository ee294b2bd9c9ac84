package dev.faultline.app.ui.page;

import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// A dense, sortable table over anything that has places: no object per row, so half a million rows are no burden.
final class DenseTable {
    private static final double ROW = 24;
    private static final double HEAD = 29;

    private final TableView<Integer> table = new TableView<>();
    private final IndexList rows;

    /// What happens with a row.
    ///
    /// @param selected when it is selected
    /// @param opened when it is double-clicked or Enter is pressed on it
    record Actions(IntConsumer selected, IntConsumer opened) {}

    /// @param size number of rows
    DenseTable(int size, List<Column> columns, Actions actions) {
        rows = new IndexList(size);
        table.getStyleClass().add("dense-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns.forEach(column -> table.getColumns().add(column(column)));
        table.setItems(rows);
        table.setSortPolicy(t -> {
            sort();
            return true;
        });
        table.getSelectionModel().selectedItemProperty().subscribe(place -> {
            if (place != null) {
                actions.selected().accept(place);
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(actions);
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(actions);
            }
        });
    }

    Node node() {
        return table;
    }

    /// Sorts by a column at first, largest first.
    DenseTable sortedBy(String title) {
        table.getColumns().stream().filter(column -> column.getText().equals(title)).findFirst().ifPresent(column -> {
            column.setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(column));
            sort();
        });
        return this;
    }

    /// Shows only some places.
    void filter(IntPredicate wanted) {
        rows.filter(wanted);
        sort();
    }

    /// Makes it only as high as its rows need, at most as high as `most` rows.
    DenseTable compact(int most) {
        double height = HEAD + ROW * Math.clamp(rows.size(), 1, most) + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        return this;
    }

    private void open(Actions actions) {
        Integer place = table.getSelectionModel().getSelectedItem();
        if (place != null) {
            actions.opened().accept(place);
        }
    }

    private void sort() {
        IntComparator chain = null;
        for (TableColumn<Integer, ?> column : table.getSortOrder()) {
            IntComparator order = (IntComparator) column.getUserData();
            IntComparator directed = column.getSortType() == TableColumn.SortType.ASCENDING
                    ? order
                    : (a, b) -> order.compare(b, a);
            IntComparator before = chain;
            chain = before == null ? directed : (a, b) -> {
                int c = before.compare(a, b);
                return c == 0 ? directed.compare(a, b) : c;
            };
        }
        if (chain != null) {
            rows.sort(chain);
        }
    }

    private static TableColumn<Integer, String> column(Column column) {
        var made = new TableColumn<Integer, String>(column.title());
        made.setPrefWidth(column.width());
        made.setMinWidth(Math.min(48, column.width()));
        made.setReorderable(true);
        made.setUserData(column.order());
        made.setSortType(column.kind() == Column.Kind.FIGURE
                ? TableColumn.SortType.DESCENDING
                : TableColumn.SortType.ASCENDING);
        made.getStyleClass().add(style(column.kind()));
        made.setCellValueFactory(cell -> new ReadOnlyStringWrapper(column.text().apply(cell.getValue())));
        made.setCellFactory(c -> new Cell(column.kind()));
        return made;
    }

    private static String style(Column.Kind kind) {
        return "column-" + kind.name().toLowerCase(Locale.ROOT);
    }

    private static final class Cell extends TableCell<Integer, String> {
        Cell(Column.Kind kind) {
            setTextOverrun(kind == Column.Kind.CODE ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
            getStyleClass().add(style(kind));
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.length() < 24 ? null : new Tooltip(text));
        }
    }
}
