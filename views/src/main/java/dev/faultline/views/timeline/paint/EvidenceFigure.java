package dev.faultline.views.timeline.paint;

import dev.faultline.model.Goroutines;
import dev.faultline.model.Task;
import dev.faultline.model.TraceModel;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.GoNames;
import dev.faultline.model.words.Names;
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
import dev.faultline.views.timeline.row.TaskWork;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Thing.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The picture of a finding's evidence, for a page: its tasks and goroutines over its time, or the processors when it
/// names neither, with its intervals marked.
///
/// @param range the time it shows
/// @param width of the picture, px
/// @param rows drawn from top to bottom
/// @param omitted number of tasks and goroutines that had no room
/// @param lanes makes the rows' lanes
/// @param hatches where rows break
/// @param marks stretches that the finding names for all goroutines, tinted
public record EvidenceFigure(TimeRange range, double width, List<Row> rows, int omitted, Lanes lanes, Hatches hatches,
        List<TimeRange> marks) {
    private static final int MOST_TASKS = 6;
    private static final int MOST_GOROUTINES = 12;
    private static final double ROW = 16;
    private static final double RULER = 18;
    private static final double LABELS_SHARE = 0.19;

    /// Chooses rows and time for a finding.
    ///
    /// @param widthPx width of the picture, at least 100
    public static EvidenceFigure layout(Facts facts, Finding finding, double widthPx) {
        return layout(facts, finding, widthPx, LaneSummaries.direct(facts.model()));
    }

    /// The same with sums that several pictures share.
    public static EvidenceFigure layout(Facts facts, Finding finding, double widthPx, LaneSummaries summaries) {
        TraceModel model = facts.model();
        Evidence evidence = finding.evidence();
        Set<Long> tasks = new LinkedHashSet<>(evidence.tasks());
        Set<Long> goroutines = new LinkedHashSet<>();
        evidence.intervals().stream().map(Evidence.Interval::goroutine).filter(g -> g != 0).forEach(goroutines::add);
        goroutines.addAll(evidence.goroutines());
        List<Row> rows = new ArrayList<>();
        boolean global = evidence.intervals().stream().anyMatch(i -> i.goroutine() == 0);
        if (global || tasks.isEmpty() && goroutines.isEmpty()) {
            rows.add(new Thing.Pauses());
        }
        if (tasks.isEmpty() && goroutines.isEmpty()) {
            for (int p = 0; p < Math.min(8, model.procCount()); p++) {
                rows.add(new Thing.Processor(p));
            }
        }
        // looking for none would take as long as looking through all
        if (!tasks.isEmpty()) {
            model.tasks()
                    .stream()
                    .filter(t -> tasks.contains(t.id()))
                    .limit(Math.min(MOST_TASKS, tasks.size()))
                    .forEach(t -> rows.add(new Thing.UserTask(t, TaskWork.endNs(model, t))));
        }
        goroutines.stream()
                .mapToInt(model.goroutines()::indexOf)
                .filter(g -> g >= 0)
                .limit(MOST_GOROUTINES)
                .forEach(g -> rows.add(new Thing.Goroutine(g)));
        int omitted = Math.max(0, tasks.size() - MOST_TASKS) + Math.max(0, goroutines.size() - MOST_GOROUTINES);
        List<TimeRange> marks = evidence.intervals()
                .stream()
                .filter(i -> i.goroutine() == 0 && !i.fracture())
                .map(i -> TimeRange.between(i.fromNs(), i.toNs()))
                .limit(200)
                .toList();
        return new EvidenceFigure(rangeOf(model, finding, rows), widthPx, List.copyOf(rows), omitted,
                new Lanes(model, summaries), new Hatches(model, List.of(finding)), marks);
    }

    /// The finding's intervals with some air, or the whole trace when it names none or nearly all.
    private static TimeRange rangeOf(TraceModel model, Finding finding, List<Row> rows) {
        TimeRange whole = new TimeRange(0, Math.max(1, model.durationNs()));
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Evidence.Interval i : finding.evidence().intervals()) {
            from = Math.min(from, i.fromNs());
            to = Math.max(to, i.toNs());
        }
        for (Row row : rows) {
            if (row instanceof Thing.UserTask t) {
                from = Math.min(from, t.task().startNs());
                to = Math.max(to, t.workEndNs());
            }
        }
        if (to < from) {
            return whole;
        }
        TimeRange padded = new TimeRange(from, to).padded(0.06).within(whole);
        return padded.durationNs() > whole.durationNs() * 0.6 ? whole : padded;
    }

    /// The same picture in another width.
    public EvidenceFigure at(double widthPx) {
        return new EvidenceFigure(range, widthPx, rows, omitted, lanes, hatches, marks);
    }

    /// Height of the picture, px.
    public double height() {
        return RULER + rows.size() * ROW;
    }

    /// Paints it with its upper left corner at 0, 0.
    public void paint(Surface surface) {
        double left = Math.round(width * LABELS_SHARE);
        Box data = new Box(left, RULER, width - left, rows.size() * ROW);
        TimeScale scale = TimeScale.of(range, left, data.width());
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
            case Thing.StateArea _,Thing.Heading _,Thing.More _ -> "";
        };
    }

    private static String taskName(Task task) {
        return "Task " + Names.task(task);
    }
}
