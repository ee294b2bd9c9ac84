package dev.faultline.views.fx;

import dev.faultline.views.timeline.row.Rows;
import java.util.Map;

/// Which rows of a timeline are on screen: what is open, and how far it is scrolled.
///
/// @param open sections that were opened or closed, by their keys
/// @param scroll px above the first row on screen
public record RowsPlace(Map<String, Rows.Open> open, double scroll) {}
