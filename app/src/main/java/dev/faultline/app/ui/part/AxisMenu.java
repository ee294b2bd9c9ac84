package dev.faultline.app.ui.part;

import dev.faultline.app.ui.session.Session;
import dev.faultline.model.words.WallClock;
import dev.faultline.views.fx.TimelineOptions;
import dev.faultline.views.scale.ZeroTime;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;

/// What the ruler of a timeline can count: since the trace's begin, since a moment, or the time of day.
final class AxisMenu {
    private AxisMenu() {
    }

    /// @param ns the moment under the pointer
    static List<MenuItem> items(Session session, TimelineOptions options, long ns) {
        List<MenuItem> items = new ArrayList<>();
        ZeroTime now = options.zeroProperty().get();
        items.add(item("Count time from here", options, new ZeroTime(-ns, false)));
        if (now == null || !now.clock()) {
            WallClock.at(session.trace(), 0)
                    .ifPresent(clock -> items.add(item("Show the time of day (UTC)", options, ZeroTime.at(clock))));
        }
        if (now != null) {
            var usual = new MenuItem("Count time from the begin of the trace");
            usual.setOnAction(_ -> options.zeroProperty().set(null));
            items.add(usual);
        }
        return items;
    }

    private static MenuItem item(String label, TimelineOptions options, ZeroTime zero) {
        var item = new MenuItem(label);
        item.setOnAction(_ -> options.zeroProperty().set(zero));
        return item;
    }
}
