package dev.faultline.views.timeline.picture;

import dev.faultline.model.TraceModel;
import dev.faultline.views.paint.Box;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.lane.Bars;
import dev.faultline.views.timeline.lane.Lane;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is on screen for one moment of the timeline, ready to be painted or asked what is under a point.
///
/// @param geometry where the parts stand
/// @param visible the time that is shown
/// @param scale px of that time
/// @param scroll how far the rows are scrolled up, px
/// @param rows visible rows from top to bottom
/// @param runtime collections and, in front of them, pauses, to be drawn over all rows; empty where they are not wanted
public record TimelinePicture(Geometry geometry, TimeRange visible, TimeScale scale, double scroll, List<Line> rows,
        List<Drawn> runtime) {
    /// A row on screen.
    ///
    /// @param row what it shows
    /// @param box the whole row, names included
    /// @param lanes what its lanes draw, from back to front
    public record Line(Row row, Box box, List<Drawn> lanes) {
        /// Height that lanes have inside their row.
        public Box lane(Geometry geometry) {
            return new Box(geometry.names(), box.y() + 2, geometry.lanes().width(), box.height() - 4);
        }
    }

    /// A lane and its draw list.
    public record Drawn(Lane lane, Bars bars) {
        /// Only the same draw list is equal: pictures are compared in each frame, and a lane may hold very many pieces.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Drawn drawn && drawn.bars == bars && drawn.lane == lane;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(bars);
        }
    }

    /// What is under a point.
    ///
    /// @param line the row
    /// @param drawn the lane, null beside all pieces
    /// @param piece index in the lane's draw list, -1 beside all pieces
    /// @param px the time under the one px
    /// @param named whether the point is on the row's name, which has no time
    public record Hit(Line line, @Nullable Drawn drawn, int piece, TimeRange px, boolean named) {
        /// The moment.
        public long ns() {
            return px.middleNs();
        }

        /// Index of the first interval of the piece in its lane, -1 beside all pieces.
        public int interval() {
            return drawn == null ? Thing.WHOLE : drawn.bars().first(piece);
        }

        /// The thing that lies there.
        public Thing thing(TraceModel model) {
            boolean front = drawn == null || drawn == line.lanes().getLast();
            int count = drawn == null ? 1 : drawn.bars().count(piece);
            return count > 1
                    ? new Thing.Several(line.row(), interval(), count, front)
                    : line.row().at(model, interval(), front);
        }
    }

    /// The first row on screen that shows what can be walked over; the line of pauses when there is none.
    public Row firstRow() {
        return rows.stream().map(Line::row).filter(row -> row instanceof Thing.Goroutine
                || row instanceof Thing.Processor || row instanceof Thing.UserTask).findFirst()
                .orElse(new Thing.Pauses());
    }

    /// The row at a height, null when there is none.
    public @Nullable Line lineAt(double y) {
        if (!geometry.lanes().contains(geometry.names(), y)) {
            return null;
        }
        for (Line line : rows) {
            if (y >= line.box().y() && y < line.box().bottom()) {
                return line;
            }
        }
        return null;
    }

    /// The line of a row, null when it is not on screen.
    public @Nullable Line lineOf(Row row) {
        for (Line line : rows) {
            if (line.row().equals(row)) {
                return line;
            }
        }
        return null;
    }

    /// What is under a point of the rows, null outside them. A lane in front hides those behind.
    public @Nullable Hit hit(double x, double y) {
        Line line = lineAt(y);
        if (line == null) {
            return null;
        }
        TimeRange px = TimeRange.between(scale.ns(Math.floor(x)), scale.ns(Math.floor(x) + 1));
        if (geometry.inTime(x)) {
            for (Drawn drawn : line.lanes().reversed()) {
                int piece = drawn.bars().at(x);
                if (piece >= 0) {
                    drawn.bars().resolve(piece, drawn.lane(), scale);
                    return new Hit(line, drawn, piece, px, false);
                }
            }
        }
        return new Hit(line, null, -1, px, !geometry.inTime(x));
    }
}
