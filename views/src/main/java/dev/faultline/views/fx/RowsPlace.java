package dev.faultline.views.fx;

import dev.faultline.views.timeline.row.Rows;

/// Which rows of a timeline are on screen: what is open, and how far it is scrolled.
///
/// @param chosen what is open
/// @param scroll px above the first row on screen
public record RowsPlace(Rows.Chosen chosen, double scroll) {
    /// What is on screen now.
    public static RowsPlace of(TimelineView view) {
        return new RowsPlace(view.rows.rows().chosen(), view.scroll.px());
    }

    /// Shows it again.
    public void show(TimelineView view) {
        view.rows.restore(chosen);
        view.scroll.restore(scroll);
    }
}
