package dev.faultline.views.timeline.paint;

import dev.faultline.model.analysis.task.CriticalPath.Handover;
import dev.faultline.model.analysis.task.CriticalPath.Step;
import dev.faultline.model.analysis.task.PathParts;
import dev.faultline.trace.column.Sorted;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.picture.TimelinePicture;
import dev.faultline.views.timeline.picture.TimelinePicture.Line;
import dev.faultline.views.timeline.row.Thing;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.List;

/// Paints a critical path over the rows of its goroutines: a bar under what lies on the path, a line down to the goroutine
/// that was waited for, and an arrow back from it.
final class PathPainter {
    private static final double BAR = 3;
    /// Hand-overs nearer to each other would run together.
    private static final double APART = 4;
    private static final double TIP = 6;

    private final Surface surface;

    PathPainter(Surface surface) {
        this.surface = surface;
    }

    void paint(TimelinePicture picture, PathParts path) {
        Int2ObjectOpenHashMap<Box> boxes = new Int2ObjectOpenHashMap<>();
        for (Line line : picture.rows()) {
            if (line.row() instanceof Thing.Goroutine g) {
                boxes.putIfAbsent(g.goroutine(), line.box());
            }
        }
        steps(picture, path.steps(), boxes);
        double last = Double.NEGATIVE_INFINITY;
        for (Handover wait : path.handovers()) {
            double x = picture.scale().px(wait.toNs());
            Box from = boxes.get(wait.waker());
            Box to = boxes.get(wait.waiting());
            if (from != null && to != null && x >= picture.geometry().lanes().x() - APART
                    && x <= picture.geometry().lanes().right() + APART && Math.abs(x - last) >= APART) {
                arrows(picture.scale(), wait, from, to);
                last = x;
            }
        }
    }

    private void steps(TimelinePicture picture, List<Step> steps, Int2ObjectOpenHashMap<Box> boxes) {
        TimeScale scale = picture.scale();
        Box lanes = picture.geometry().lanes();
        Int2DoubleOpenHashMap painted = new Int2DoubleOpenHashMap();
        int i = Sorted.first(0, steps.size(), s -> steps.get(s).toNs() > picture.visible().fromNs());
        for (; i < steps.size() && steps.get(i).fromNs() < picture.visible().toNs(); i++) {
            Step step = steps.get(i);
            Box box = boxes.get(step.goroutine());
            double from = Math.max(lanes.x(), scale.px(step.fromNs()));
            double to = Math.max(from + 1, Math.min(lanes.right(), scale.px(step.toNs())));
            // steps within a px that is painted add nothing
            if (box != null && to > painted.getOrDefault(step.goroutine(), Double.NEGATIVE_INFINITY)) {
                surface.fill(new Box(from, box.bottom() - BAR, to - from, BAR), Role.PATH);
                painted.put(step.goroutine(), Math.ceil(to));
            }
        }
    }

    private void arrows(TimeScale scale, Handover wait, Box from, Box to) {
        double begin = Math.round(scale.px(wait.fromNs())) + 0.5;
        double end = Math.round(scale.px(wait.toNs())) + 0.5;
        boolean up = to.y() < from.y();
        double near = up ? to.bottom() - 1 : to.y() + 1;
        double far = up ? from.bottom() - BAR : from.y() + from.height() / 2;
        if (end - begin >= APART) {
            surface.line(new Surface.Line(begin, near, begin, far), Role.PATH, 1);
        }
        surface.line(new Surface.Line(end, far, end, near), Role.PATH, 1.5);
        surface.triangle(new Box(end - 4, up ? near + TIP : near - TIP, 8, up ? -TIP : TIP), Role.PATH);
    }
}
