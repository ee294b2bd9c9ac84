package dev.faultline.views.timeline.row;

import dev.faultline.model.GoroutineGroup;
import dev.faultline.trace.column.Sorted;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the rows of an outline stand, given which sections are open. Only sections are looked at, never single rows, so
/// that an outline of a million rows is placed as fast as one of ten.
public final class Rows {
    public static final double HEADING = 21;
    public static final double ROW = 18;
    public static final double AREA = 46;
    public static final double GRAPH = 34;
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
    /// The lines under each line that is unfolded.
    private final Map<Row, List<Row>> unfolded;
    /// By section, those of its lines that are unfolded.
    private final List<Folds> folds = new ArrayList<>();
    private final double[] tops;

    public Rows(Outline outline, Map<String, Open> open) {
        this(outline, open, Map.of());
    }

    private Rows(Outline outline, Map<String, Open> open, Map<Row, List<Row>> unfolded) {
        this.outline = outline;
        this.open = new HashMap<>(open);
        this.unfolded = unfolded;
        tops = new double[outline.sections().size() + 1];
        for (int s = 0; s < outline.sections().size(); s++) {
            Section section = outline.sections().get(s);
            folds.add(Folds.of(section, unfolded));
            tops[s + 1] = tops[s] + HEADING + height(s, visible(section)) + (more(section) > 0 ? ROW : 0);
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

    /// What is open, without the rows themselves.
    ///
    /// @param open sections that were opened or closed, by their keys
    /// @param unfolded the lines under each line that is unfolded
    public record Chosen(Map<String, Open> open, Map<Row, List<Row>> unfolded) {}

    /// What is open now.
    public Chosen chosen() {
        return new Chosen(Map.copyOf(open), Map.copyOf(unfolded));
    }

    /// The same outline with other things open.
    public Rows with(Chosen chosen) {
        return new Rows(outline, chosen.open(), chosen.unfolded());
    }

    /// The same outline with one section opened or closed.
    public Rows with(Section section, Open state) {
        Map<String, Open> changed = new HashMap<>(open);
        changed.put(section.key(), state);
        return new Rows(outline, changed, unfolded);
    }

    /// The same outline with all rows of all sections.
    public Rows allOpen() {
        Map<String, Open> all = new HashMap<>();
        outline.sections().forEach(section -> all.put(section.key(), Open.ALL));
        return new Rows(outline, all, unfolded);
    }

    /// Another outline with the same sections open.
    public Rows with(Outline other) {
        return new Rows(other, open, unfolded);
    }

    /// Whether a line is unfolded.
    public boolean unfolded(Row row) {
        return unfolded.containsKey(row);
    }

    /// The same outline with lines under another line; none folds it.
    public Rows unfold(Row row, List<Row> below) {
        Map<Row, List<Row>> changed = new HashMap<>(unfolded);
        if (below.isEmpty()) {
            changed.remove(row);
        } else {
            changed.put(row, List.copyOf(below));
        }
        return new Rows(outline, open, changed);
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

    /// The section in which a height lies, where its heading is above that height; null else.
    public @Nullable Section headed(double y) {
        int s = sectionAt(y);
        return s < outline.sections().size() && tops[s] + HEADING / 2 < y ? outline.sections().get(s) : null;
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
            int at = s;
            for (int i = Sorted.first(0, shown, j -> first + height(at, j + 1) > top); i < shown; i++) {
                double y = first + height(s, i);
                if (y >= bottom) {
                    break;
                }
                Row row = section.row(i);
                List<Row> below = unfolded.isEmpty() ? List.of() : unfolded.getOrDefault(row, List.of());
                double own = first + height(s, i + 1) - y - below.size() * ROW;
                placed.add(new Placed(row, y, own));
                for (int j = 0; j < below.size(); j++) {
                    placed.add(new Placed(below.get(j), y + own + j * ROW, ROW));
                }
            }
            if (more(section) > 0) {
                placed.add(new Placed(new Thing.More(section, more(section)), first + height(s, shown), ROW));
            }
        }
        placed.removeIf(p -> p.bottom() <= top || p.y() >= bottom);
        return placed;
    }

    /// Where a row stands, null when no section lists it. It may lie in a part of its section that is not shown: then
    /// `hidden` says so.
    public @Nullable Found find(Row row) {
        Row main = row instanceof Thing.Below below ? below.of() : row;
        for (int s = 0; s < outline.sections().size(); s++) {
            Section section = outline.sections().get(s);
            int i = section.indexOf(main);
            if (i >= 0) {
                int under = row instanceof Thing.Below ? 1 + unfolded.getOrDefault(main, List.of()).indexOf(row) : 0;
                return new Found(section, tops[s] + HEADING + height(s, i) + under * ROW, i >= visible(section));
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
        int i = shown.get(s).indexOf(row instanceof Thing.Below below ? below.of() : row) + by;
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

    /// Height of the first rows of a section with what is unfolded of them.
    private double height(int s, int rows) {
        Section section = outline.sections().get(s);
        boolean area = rows > 0 && section.row(0) instanceof Thing.StateArea;
        boolean graphs = rows > 0 && section.row(0) instanceof Thing.Graph;
        return (rows + folds.get(s).below(rows)) * ROW + (area ? AREA - ROW : graphs ? rows * (GRAPH - ROW) : 0);
    }

    /// The lines of a section that are unfolded.
    ///
    /// @param places of those lines, ascending
    /// @param until number of lines under that many of them
    private record Folds(int[] places, int[] until) {
        private static final Folds NONE = new Folds(new int[0], new int[]{0});

        static Folds of(Section section, Map<Row, List<Row>> unfolded) {
            if (unfolded.isEmpty()) {
                return NONE;
            }
            TreeMap<Integer, Integer> found = new TreeMap<>();
            unfolded.forEach((row, below) -> {
                int at = section.indexOf(row);
                if (at >= 0) {
                    found.put(at, below.size());
                }
            });
            int[] until = new int[found.size() + 1];
            int n = 0;
            for (int below : found.values()) {
                until[n + 1] = until[n] + below;
                n++;
            }
            return new Folds(found.keySet().stream().mapToInt(Integer::intValue).toArray(), until);
        }

        /// Number of lines under the first so many lines.
        int below(int rows) {
            return until[Sorted.first(0, places.length, i -> places[i] >= rows)];
        }
    }
}
