package dev.faultline.views.timeline.row;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.trace.column.Sorted;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the rows of an outline stand, given which sections are open. Only sections are looked at, never single rows, so
/// that an outline of a million rows is placed as fast as one of ten.
public final class Rows {
    public static final double HEADING = 21;
    public static final double ROW = 18;
    public static final double AREA = 46;
    /// Rows that a section shows before it is asked for all.
    public static final int FIRST = 8;

    /// How much of a section is shown.
    public enum Open {
        CLOSED, FIRST, ALL
    }

    /// A row and where it stands.
    ///
    /// @param y its upper edge, from the first row's
    public record Placed(Row row, double y, double height) {
        public double bottom() {
            return y + height;
        }
    }

    private final Outline outline;
    private final Map<String, Open> open;
    private final double[] tops;

    public Rows(Outline outline, Map<String, Open> open) {
        this.outline = outline;
        this.open = new HashMap<>(open);
        tops = new double[outline.sections().size() + 1];
        for (int s = 0; s < outline.sections().size(); s++) {
            Section section = outline.sections().get(s);
            tops[s + 1] = tops[s] + HEADING + height(section, visible(section)) + (more(section) > 0 ? ROW : 0);
        }
    }

    public Outline outline() {
        return outline;
    }

    /// Height of all rows, px.
    public double height() {
        return tops[tops.length - 1];
    }

    public Open open(Section section) {
        Open chosen = open.get(section.key());
        if (chosen != null) {
            return chosen;
        }
        return section.closedAtFirst() ? Open.CLOSED : Open.FIRST;
    }

    /// The same outline with one section opened or closed.
    public Rows with(Section section, Open state) {
        Map<String, Open> changed = new HashMap<>(open);
        changed.put(section.key(), state);
        return new Rows(outline, changed);
    }

    /// The same outline with all rows of all sections.
    public Rows allOpen() {
        Map<String, Open> all = new HashMap<>();
        outline.sections().forEach(section -> all.put(section.key(), Open.ALL));
        return new Rows(outline, all);
    }

    /// Another outline with the same sections open.
    public Rows with(Outline other) {
        return new Rows(other, open);
    }

    /// The number of rows of a section that are shown.
    public int visible(Section section) {
        return switch (open(section)) {
            case CLOSED -> 0;
            case FIRST -> section.size() <= section.first() + 1 ? section.size() : section.first();
            case ALL -> section.size();
        };
    }

    private int more(Section section) {
        return open(section) == Open.CLOSED ? 0 : section.size() - visible(section);
    }

    /// All rows that reach between two heights, in order.
    public List<Placed> between(double top, double bottom) {
        List<Placed> placed = new ArrayList<>();
        for (int s = sectionAt(top); s < outline.sections().size() && tops[s] < bottom; s++) {
            Section section = outline.sections().get(s);
            double first = tops[s] + HEADING;
            if (first > top) {
                placed.add(new Placed(new Thing.Heading(section), tops[s], HEADING));
            }
            int shown = visible(section);
            for (int i = Math.clamp((long) ((top - first) / ROW) - 2, 0, shown); i < shown; i++) {
                double y = first + height(section, i);
                if (y >= bottom) {
                    break;
                }
                placed.add(new Placed(section.row(i), y, first + height(section, i + 1) - y));
            }
            if (more(section) > 0) {
                placed.add(new Placed(new Thing.More(section, more(section)), first + height(section, shown), ROW));
            }
        }
        placed.removeIf(p -> p.bottom() <= top || p.y() >= bottom);
        return placed;
    }

    /// Where a row stands, null when no section lists it. It may lie in a part of its section that is not shown: then
    /// `hidden` says so.
    public @Nullable Found find(Row row) {
        for (int s = 0; s < outline.sections().size(); s++) {
            Section section = outline.sections().get(s);
            int i = section.indexOf(row);
            if (i >= 0) {
                return new Found(section, tops[s] + HEADING + height(section, i), i >= visible(section));
            }
        }
        return null;
    }

    /// Where a row is to be looked for, px from the first row: its own place, or that of the line which stands for it, its
    /// section's heading or the line of those that are not shown. Not a number when no section lists it.
    public double place(Row row) {
        Found found = find(row);
        if (found == null) {
            return Double.NaN;
        }
        int s = outline.sections().indexOf(found.section());
        return open(found.section()) == Open.CLOSED ? tops[s] : Math.min(found.y(), tops[s + 1] - ROW);
    }

    /// The row so many places behind another among those that are shown, headings left out; the last one or the first one
    /// where there are not so many. The first of all for a row that is not shown; null when there is none.
    ///
    /// @param by number of rows, negative for rows before it
    public @Nullable Row neighbour(Row row, int by) {
        List<Section> shown = outline.sections().stream().filter(section -> visible(section) > 0).toList();
        Found found = find(row);
        int s = found == null || found.hidden() ? -1 : shown.indexOf(found.section());
        if (s < 0) {
            return shown.isEmpty() ? null : shown.getFirst().row(0);
        }
        int i = shown.get(s).indexOf(row) + by;
        while (i < 0 && s > 0) {
            s--;
            i += visible(shown.get(s));
        }
        while (i >= visible(shown.get(s)) && s + 1 < shown.size()) {
            i -= visible(shown.get(s));
            s++;
        }
        return shown.get(s).row(Math.clamp(i, 0, visible(shown.get(s)) - 1));
    }

    /// The section that lists a group of goroutines, null when none does.
    public @Nullable Section section(GoroutineGroup group) {
        return outline.sections().stream().filter(section -> section.group() == group).findFirst().orElse(null);
    }

    /// Where the heading of a section stands, px from the first row.
    public double heading(Section section) {
        return tops[outline.sections().indexOf(section)];
    }

    /// @param y upper edge of the row, were its section open
    /// @param hidden whether its section must be opened to show it
    public record Found(Section section, double y, boolean hidden) {}

    private int sectionAt(double y) {
        return Sorted.first(0, outline.sections().size(), i -> tops[i + 1] > y);
    }

    private static double height(Section section, int rows) {
        boolean area = rows > 0 && section.row(0) instanceof Thing.StateArea;
        return rows * ROW + (area ? AREA - ROW : 0);
    }
}
