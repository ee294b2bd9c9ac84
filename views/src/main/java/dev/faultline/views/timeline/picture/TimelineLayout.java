package dev.faultline.views.timeline.picture;

import dev.faultline.views.paint.Box;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.scale.ZeroTime;
import dev.faultline.views.timeline.lane.Lane;
import dev.faultline.views.timeline.lane.LaneLayout;
import dev.faultline.views.timeline.lane.Lanes;
import dev.faultline.views.timeline.picture.TimelinePicture.Drawn;
import dev.faultline.views.timeline.picture.TimelinePicture.Line;
import dev.faultline.views.timeline.row.Rows;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays out what is on screen. Rows that were on screen a moment ago at the same scale keep their draw lists, so that
/// scrolling and hovering cost only what is new. Belongs to one thread.
public final class TimelineLayout {
    private final Lanes lanes;
    private final LaneLayout layout = new LaneLayout();
    private Map<Row, List<Drawn>> last = new HashMap<>();
    private @Nullable TimeScale lastScale;
    private double lastRight;
    private ZeroTime zero;

    public TimelineLayout(Lanes lanes) {
        this.lanes = lanes;
        zero = usual();
    }

    /// Calls time 0 something else; null calls it what it is in the whole trace.
    public void setZero(@Nullable ZeroTime wanted) {
        zero = wanted == null ? usual() : wanted;
    }

    private ZeroTime usual() {
        return new ZeroTime(lanes.model().trace().originNs(), false);
    }

    /// @param visible time on screen
    /// @param scroll how far the rows are scrolled up, px
    /// @param runtime whether collections and pauses shall be drawn over all rows
    public TimelinePicture layout(Geometry geometry, TimeRange visible, Rows rows, double scroll, boolean runtime) {
        Box box = geometry.lanes();
        TimeScale scale = TimeScale.of(visible, box.x(), box.width()).called(zero);
        if (!scale.equals(lastScale) || box.right() != lastRight) {
            last.clear();
        }
        Map<Row, List<Drawn>> now = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (Rows.Placed placed : rows.between(scroll, scroll + box.height())) {
            List<Drawn> drawn = drawn(placed.row(), scale, box, now);
            double y = Math.round(box.y() + placed.y() - scroll);
            lines.add(new Line(placed.row(), new Box(0, y, geometry.width(), placed.height()), drawn));
        }
        List<Drawn> over = runtime ? drawn(new Thing.Pauses(), scale, box, now) : List.of();
        last = now;
        lastScale = scale;
        lastRight = box.right();
        return new TimelinePicture(geometry, visible, scale, scroll, lines, over);
    }

    private List<Drawn> drawn(Row row, TimeScale scale, Box box, Map<Row, List<Drawn>> now) {
        List<Lane> shown = lanes.of(row);
        List<Drawn> drawn = last.get(row);
        if (drawn == null || !same(drawn, shown)) {
            drawn = draw(shown, scale, box);
        }
        now.put(row, drawn);
        return drawn;
    }

    /// Whether draw lists were made from these very lanes, and cannot be made better.
    private static boolean same(List<Drawn> drawn, List<Lane> lanes) {
        boolean same = drawn.size() == lanes.size();
        for (int i = 0; same && i < drawn.size(); i++) {
            same = drawn.get(i).lane() == lanes.get(i) && !drawn.get(i).bars().rough();
        }
        return same;
    }

    private List<Drawn> draw(List<Lane> shown, TimeScale scale, Box box) {
        List<Drawn> drawn = new ArrayList<>(shown.size());
        for (Lane lane : shown) {
            drawn.add(new Drawn(lane, layout.layout(lane, scale, box.x(), box.right())));
        }
        return drawn;
    }
}
