package dev.faultline.app.ui.part;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/// The widths of a table's columns: they fill the table where all fit into it. Where they do not, each has the width that it
/// needs and the table scrolls sideways; JavaFX has no scroll bar for columns that fill the table, however many there are.
final class ColumnWidths {
    /// About the width of a letter of a title, and what stands beside it: padding and the arrow of the order.
    private static final double TITLE_PX = 6.6;
    private static final double TITLE_ROOM = 34;
    /// Words may be shortened to this share of their width before the table scrolls, unless they are short anyway.
    private static final double LEAST = 0.6;
    private static final double SHORT = 100;
    /// Px that a scroll bar takes.
    static final double BAR = 12;

    private final TableView<?> table;
    private final ReadOnlyBooleanWrapper scrolls = new ReadOnlyBooleanWrapper(this, "scrolls");

    /// @param table its columns are there already
    ColumnWidths(TableView<?> table) {
        this.table = table;
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.widthProperty().subscribe(width -> fit(width.doubleValue()));
    }

    /// Whether the table scrolls sideways.
    ReadOnlyBooleanProperty scrollsProperty() {
        return scrolls.getReadOnlyProperty();
    }

    /// The least width of a column while all columns fill the table: figures and titles are never shortened.
    static double least(Column column) {
        boolean whole = column.kind() == Column.Format.FIGURE || column.width() < SHORT;
        return Math.max(column.title().length() * TITLE_PX + TITLE_ROOM, column.width() * (whole ? 1 : LEAST));
    }

    private void fit(double width) {
        double needed = table.getColumns().stream().mapToDouble(TableColumnBase::getMinWidth).sum() + BAR;
        boolean tooMany = width > 0 && needed > width;
        if (tooMany == scrolls.get()) {
            return;
        }
        scrolls.set(tooMany);
        if (tooMany) {
            table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
            table.getColumns().forEach(ColumnWidths::asWanted);
        } else {
            table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        }
    }

    /// A column takes its preferred width when that changes, and no sooner.
    private static void asWanted(TableColumn<?, ?> column) {
        double wanted = column.getPrefWidth();
        column.setPrefWidth(wanted + 1);
        column.setPrefWidth(wanted);
    }
}
