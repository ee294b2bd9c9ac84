package dev.faultline.views.report.content;

import dev.faultline.model.TraceModel;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import java.util.ArrayList;
import java.util.List;

/// Groups of goroutines with their time by state.
final class GroupsTable {
    private static final int NAME = 220;

    private GroupsTable() {
    }

    /// The first `rows` groups, and how many there are besides.
    static List<Block> of(TraceModel model, List<GroupTimes> groups, int rows) {
        if (groups.isEmpty()) {
            return List.of(Block.Paragraph.of("The trace has no goroutines."));
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (GroupTimes times : groups.subList(0, Math.min(rows, groups.size()))) {
            cells.add(row(model, times));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table("groups", List.of("Goroutine", "Count", "Time by state", "Running", "Waiting"),
                cells));
        if (groups.size() > rows) {
            blocks.add(Block.Paragraph.of(Block.Tone.DIM,
                    "and " + Units.count(groups.size() - rows, "more group")));
        }
        return blocks;
    }

    private static List<Cell> row(TraceModel model, GroupTimes times) {
        String created = Places.creation(model, times.group());
        int count = times.group().members().size();
        double runningNs = times.ns(Role.RUNNING);
        double waitingNs = times.waitingNs();
        return List.of(
                new Cell(Cell.Style.MONO, GoNames.shorten(times.group().name(), NAME),
                        created.isEmpty() ? "" : "created by " + GoNames.shorten(created, NAME), "", null, Double.NaN),
                Cell.number(Units.count(count), count),
                new Cell(Cell.Style.PICTURE, StateBar.words(times), "", "", StateBar.of(times), times.totalNs()),
                Cell.number(Units.duration(Math.round(runningNs)), runningNs),
                Cell.number(Units.duration(Math.round(waitingNs)), waitingNs));
    }
}
