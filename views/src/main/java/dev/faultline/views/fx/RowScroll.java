package dev.faultline.views.fx;

import dev.faultline.views.timeline.row.Rows;
import dev.faultline.views.timeline.row.Thing.Row;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import org.jspecify.annotations.Nullable;

/// How far the rows of a timeline are scrolled, with the bar that shows it.
final class RowScroll {
    /// Width of the bar, px.
    static final double BAR = 12;

    private final ScrollBar bar = new ScrollBar();
    private double height = 1;
    /// What it shall be when there are rows for it, -1 when nothing is wanted.
    private double wanted = -1;

    /// @param changed runs when rows move
    RowScroll(Runnable changed) {
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(changed);
    }

    ScrollBar bar() {
        return bar;
    }

    /// Px of the rows above the first that is on screen.
    double px() {
        return Math.rint(bar.getValue());
    }

    /// Makes room for rows.
    ///
    /// @param onScreen height in which they are shown, px
    void fit(Rows rows, double onScreen) {
        height = Math.max(1, onScreen);
        double hidden = Math.max(0, rows.height() + Rows.ROW - height);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden == 0 ? 0 : hidden * height / (height + hidden));
        bar.setUnitIncrement(Rows.ROW);
        bar.setBlockIncrement(height * 0.9);
        bar.setVisible(hidden > 0);
        if (wanted >= 0 && wanted <= hidden) {
            bar.setValue(wanted);
            wanted = -1;
        }
        bar.setValue(Math.clamp(bar.getValue(), 0, hidden));
    }

    /// Scrolls to where it was; when there are enough rows, if there are too few now.
    void restore(double px) {
        boolean now = px <= bar.getMax();
        wanted = now ? -1 : px;
        bar.setValue(Math.clamp(px, 0, bar.getMax()));
    }

    void by(double px) {
        bar.setValue(Math.clamp(bar.getValue() + px, 0, Math.max(0, bar.getMax())));
    }

    /// Height in which rows are shown, px.
    double height() {
        return height;
    }

    /// Keeps a row on screen that was there while the height was another.
    void uncover(Rows rows, @Nullable Row row, double before) {
        Rows.Found found = row == null ? null : rows.find(row);
        if (found != null && !found.hidden() && found.y() < bar.getValue() + before
                && found.y() + Rows.ROW > bar.getValue() + height) {
            by(found.y() + Rows.ROW - height - bar.getValue());
        }
    }

    /// Brings a row on screen, in the upper third where it was not there.
    ///
    /// @param y its upper edge, px from the first row
    void show(double y) {
        if (y < bar.getValue() || y + Rows.ROW > bar.getValue() + height) {
            bar.setValue(Math.clamp(y - height / 3, 0, Math.max(0, bar.getMax())));
        }
    }
}
