package dev.faultline.views.report;

import dev.faultline.model.unit.Units;
import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.GoNames;
import java.util.List;

/// Groups of goroutines with the states in which they spent their time.
final class GroupsTable {
    private static final int NAME = 220;

    private GroupsTable() {
    }

    /// Adds the first `rows` groups and says how many there are besides.
    static void add(Page page, Html parent, List<GroupTimes> groups, int rows) {
        if (groups.isEmpty()) {
            parent.add("p").text("The trace names no goroutine.");
            return;
        }
        Html table = Tables.add(parent, "groups", "Goroutines of", "Count", "Time by state", "Ran", "Waited");
        for (GroupTimes times : groups.subList(0, Math.min(rows, groups.size()))) {
            Html row = table.add("tr");
            Html name = row.add("td");
            name.add("div", "name").text(GoNames.shorten(times.group().name(), NAME));
            if (!times.group().site().isEmpty()) {
                name.add("div", "site").text("created by " + GoNames.shorten(site(times.group().site()), NAME));
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

    /// `func path/file.go:12` without the file's folder.
    private static String site(String site) {
        int space = site.lastIndexOf(' ');
        return space < 0 ? site : site.substring(0, space + 1) + GoNames.file(site.substring(space + 1));
    }
}
