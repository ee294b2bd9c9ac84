package dev.faultline.views.report;

import dev.faultline.model.TraceModel;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Role;
import java.util.List;

/// Groups of goroutines with their time by state.
final class GroupsTable {
    private static final int NAME = 220;

    private GroupsTable() {
    }

    /// Adds the first `rows` groups and says how many there are besides.
    static void add(ReportDocument page, Html parent, TraceModel model, List<GroupTimes> groups, int rows) {
        if (groups.isEmpty()) {
            parent.add("p").text("The trace has no goroutines.");
            return;
        }
        Html table = Tables.add(parent, "groups", "Goroutine", "Count", "Time by state", "Running", "Waiting");
        for (GroupTimes times : groups.subList(0, Math.min(rows, groups.size()))) {
            Html row = table.add("tr");
            Html name = row.add("td");
            name.add("div", "name").text(GoNames.shorten(times.group().name(), NAME));
            String created = Places.creation(model, times.group());
            if (!created.isEmpty()) {
                name.add("div", "site").text("created by " + GoNames.shorten(created, NAME));
            }
            row.add("td", "number").text(Units.count(times.group().members().size()));
            page.picture(row.add("td", "bar"), StateBar.of(times));
            row.add("td", "number").text(Units.duration(Math.round(times.ns(Role.RUNNING))));
            row.add("td", "number").text(Units.duration(Math.round(times.waitingNs())));
        }
        if (groups.size() > rows) {
            parent.add("p", "more").text("and " + Units.count(groups.size() - rows, "more group"));
        }
    }
}
