package dev.faultline.views.timeline.row;

import java.util.List;

/// All sections of the timeline for one query, from top to bottom.
///
/// @param sections runtime, Ps, tasks by name, goroutines
/// @param grouping how goroutines are gathered
/// @param shown number of goroutines that pass the filter
/// @param total number of goroutines of the trace
/// @param pauses what the line of pauses says at its right
public record Outline(List<Section> sections, Grouping grouping, int shown, int total, String pauses) {
    public static final Outline EMPTY = new Outline(List.of(), Grouping.NONE, 0, 0, "");

    public Outline {
        sections = List.copyOf(sections);
    }
}
