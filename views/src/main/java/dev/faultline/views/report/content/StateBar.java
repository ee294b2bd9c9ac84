package dev.faultline.views.report.content;

import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Painted;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// A bar of a group's time by state.
final class StateBar {
    /// The order of all bars and of their legend.
    static final List<Role> ORDER = List.of(Role.RUNNING, Role.RUNNABLE, Role.SYSCALL, Role.NETWORK, Role.CHANNEL,
            Role.SYNC, Role.SLEEP, Role.OTHER);
    private static final double WIDTH = 190;
    private static final double HEIGHT = 9;

    private StateBar() {
    }

    static Picture of(GroupTimes times) {
        Painted bar = Drawings.start();
        double x = 0;
        for (Role role : ORDER) {
            double width = times.totalNs() == 0 ? 0 : WIDTH * times.ns(role) / times.totalNs();
            if (width > 0) {
                bar.fill(new Box(x, 0, width, HEIGHT), role);
            }
            x += width;
        }
        return Drawings.picture(WIDTH, HEIGHT, words(times), bar);
    }

    /// The same in words.
    static String words(GroupTimes times) {
        List<String> parts = new ArrayList<>();
        for (Role role : ORDER) {
            if (times.ns(role) > 0) {
                parts.add(role.label() + " " + Units.share(times.ns(role) / times.totalNs()));
            }
        }
        return parts.isEmpty() ? "No time" : String.join(", ", parts);
    }

    /// The meaning of the colours of those states that occur.
    static Picture legend(List<GroupTimes> groups) {
        List<Role> seen = ORDER.stream().filter(role -> groups.stream().anyMatch(t -> t.ns(role) > 0)).toList();
        Painted legend = Drawings.start();
        double x = 0;
        for (Role role : seen) {
            legend.fill(new Box(x, 2, 9, 9), role);
            legend.text(Label.left(role.label(), x + 13, 10, TextStyle.TINY), Role.DIM);
            x += 13 + legend.width(role.label(), TextStyle.TINY) + 14;
        }
        return Drawings.picture(Picture.PAGE_WIDTH, 14,
                "Legend: " + String.join(", ", seen.stream().map(Role::label).toList()), legend);
    }
}
