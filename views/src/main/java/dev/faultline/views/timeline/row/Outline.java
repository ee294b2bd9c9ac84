package dev.faultline.views.timeline.row;

import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;

/// All sections of the timeline for one query, from top to bottom.
///
/// @param sections runtime, Ps, tasks by name, goroutines
/// @param grouping how goroutines are gathered
/// @param shown number of goroutines that pass the filter
/// @param total number of goroutines of the trace
/// @param pauses what the line of pauses says at its right
public record Outline(List<Section> sections, Grouping grouping, int shown, int total, String pauses) {
    /// Key of the section of a critical path.
    static final String PATH = "path";

    public static final Outline EMPTY = new Outline(List.of(), Grouping.NONE, 0, 0, "");

    public Outline {
        sections = List.copyOf(sections);
    }

    /// The same with a critical path and the goroutines that it runs over above all other sections.
    public Outline with(Thing.Path path) {
        int[] goroutines = path.parts().goroutines();
        List<Section> all = new ArrayList<>();
        all.add(new Section(PATH, "Path of " + path.title(),
                Units.count(goroutines.length, "goroutine") + " · "
                        + Units.duration(path.parts().toNs() - path.parts().fromNs()),
                goroutines.length + 1, i -> i == 0 ? path : new Thing.Goroutine(goroutines[i - 1]), null));
        all.addAll(sections);
        return new Outline(all, grouping, shown, total, pauses);
    }
}
