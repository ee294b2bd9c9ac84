package dev.faultline.views.timeline.paint;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.lane.LaneLayout;
import dev.faultline.views.timeline.lane.LaneSummaries;
import dev.faultline.views.timeline.lane.Lanes;
import dev.faultline.views.timeline.picture.Hatches;
import dev.faultline.views.timeline.picture.TimelinePicture.Drawn;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The picture of a finding's evidence, for a page: its tasks and goroutines over its time, or the processors when it
/// names neither, with its intervals marked.
///
/// @param range the time it shows
/// @param width of the picture, px
/// @param rows drawn from top to bottom
/// @param omitted number of tasks and goroutines that have no row
/// @param elsewhere number of the finding's intervals that lie outside the time
/// @param lanes makes the rows' lanes
/// @param hatches where rows break
/// @param marks stretches that the finding names for all goroutines, tinted
public record EvidenceFigure(TimeRange range, double width, List<Row> rows, int omitted, int elsewhere,
        Lanes lanes, Hatches hatches, List<TimeRange> marks) {
    private static final int MOST_MARKS = 200;
    private static final double ROW = 16;
    private static final double RULER = 18;
    private static final double LABELS_SHARE = 0.19;

    /// Chooses rows and time for a finding.
    ///
    /// @param widthPx width of the picture, at least 100
    public static EvidenceFigure layout(Facts facts, Finding finding, double widthPx) {
        return layout(facts, finding, widthPx, _ -> LaneSummaries.direct(facts.model()));
    }

    /// The same, with lanes of one's own making.
    ///
    /// @param summaries what the lanes are drawn from, by the time that is shown
    public static EvidenceFigure layout(Facts facts, Finding finding, double widthPx,
            Function<TimeRange, LaneSummaries> summaries) {
        TraceModel model = facts.model();
        Evidence evidence = finding.evidence();
        EvidenceChoice choice = EvidenceChoice.of(model, evidence);
        List<TimeRange> marks = evidence.intervals()
                .stream()
                .filter(i -> i.goroutine() == 0 && !i.fracture())
                .map(i -> TimeRange.between(i.fromNs(), i.toNs()))
                .limit(MOST_MARKS)
                .toList();
        return new EvidenceFigure(choice.range(), widthPx, choice.rows(), choice.omitted(), choice.elsewhere(),
                new Lanes(model, summaries.apply(choice.range())), new Hatches(model, List.of(finding)), marks);
    }

    /// The same picture in another width.
    public EvidenceFigure at(double widthPx) {
        return new EvidenceFigure(range, widthPx, rows, omitted, elsewhere, lanes, hatches, marks);
    }

    /// What of the evidence the picture leaves out, such as `and 8 more; 19 more intervals at other times`; empty when
    /// nothing.
    public String leftOut() {
        List<String> parts = new ArrayList<>();
        if (omitted > 0) {
            parts.add("and " + Units.count(omitted) + " more");
        }
        if (elsewhere > 0) {
            parts.add(Units.count(elsewhere, "more interval", "more intervals") + " at other times");
        }
        return String.join("; ", parts);
    }

    /// Height of the picture, px.
    public double height() {
        return RULER + rows.size() * ROW;
    }

    /// Paints it with its upper left corner at 0, 0.
    public void paint(Surface surface) {
        double left = Math.round(width * LABELS_SHARE);
        Box data = new Box(left, RULER, width - left, rows.size() * ROW);
        TimeScale scale = TimeScale.of(range, left, data.width()).called(lanes.model().trace().originNs());
        TimeGrid grid = TimeGrid.of(scale, left, width);
        for (int i = 0; i < rows.size(); i++) {
            surface.fill(laneBox(data, i), Role.LANE);
        }
        grid.lines(surface, data);
        grid.labels(surface, new Box(left, 0, data.width(), RULER));
        for (TimeRange mark : marks) {
            double from = Math.max(left, scale.px(mark.fromNs()));
            double to = Math.min(width, scale.px(mark.toNs()));
            if (to >= left && from <= width) {
                surface.fill(new Box(from, RULER, Math.max(1, to - from), data.height()), Role.MARKED);
            }
        }
        LanePainter painter = new LanePainter(surface);
        LaneLayout layout = new LaneLayout();
        for (int i = 0; i < rows.size(); i++) {
            Box box = laneBox(data, i);
            String name = surface.fit(name(rows.get(i)), TextStyle.SMALL, left - 8);
            surface.text(Label.left(name, 0, box.bottom() - 2, TextStyle.SMALL), Role.TEXT);
            surface.clip(box);
            List<Drawn> drawn = lanes.of(rows.get(i))
                    .stream()
                    .map(lane -> new Drawn(lane, layout.layout(lane, scale, left, width)))
                    .toList();
            painter.bars(drawn, box);
            painter.over(drawn, hatches.of(rows.get(i)), scale, box);
            painter.veils(hatches.everywhere(), scale, box);
            surface.unclip();
        }
    }

    private static Box laneBox(Box data, int row) {
        return new Box(data.x(), data.y() + row * ROW + 2, data.width(), ROW - 4);
    }

    private String name(Row row) {
        Goroutines goroutines = lanes.model().goroutines();
        return switch (row) {
            case Thing.Goroutine g -> Names.goroutine(goroutines.id(g.goroutine())) + " "
                    + GoNames.last(goroutines.name(g.goroutine()));
            case Thing.UserTask t -> taskName(t.task());
            case Thing.Processor p -> Names.proc(p.proc());
            case Thing.Pauses _ -> "GC · STW";
            case Thing.Thread _,Thing.Graph _,Thing.Below _,Thing.Path _,Thing.StateArea _,Thing.Heading _,Thing.More _ ->
                "";
        };
    }

    private static String taskName(Task task) {
        return "Task " + Names.task(task);
    }
}
