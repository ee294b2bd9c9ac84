package dev.faultline.views.timeline.picture;

import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.density.Density;
import dev.faultline.views.timeline.lane.Bars;
import dev.faultline.views.timeline.lane.Mix;
import dev.faultline.views.timeline.picture.LegendItem.Shape;
import dev.faultline.views.timeline.picture.TimelinePicture.Drawn;
import dev.faultline.views.timeline.picture.TimelinePicture.Line;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is on screen, as a legend: nothing that is not there, and all that is.
public final class Legends {
    private Legends() {
    }

    /// @param counts of goroutines by state, drawn as areas; null while they are being counted
    public static List<LegendItem> of(TimelinePicture picture, Overlay overlay, @Nullable Density counts) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        boolean columns = false;
        for (Line line : picture.rows()) {
            for (Drawn drawn : line.lanes()) {
                boolean partial = add(drawn.bars(), roles);
                columns |= partial && line.row() instanceof Thing.Processor;
            }
            if (counts != null && line.row() instanceof Thing.StateArea) {
                add(counts, picture.visible(), roles);
            }
        }
        List<LegendItem> items = new ArrayList<>();
        roles.forEach(role -> items.add(LegendItem.of(role)));
        if (columns) {
            items.add(new LegendItem(Shape.COLUMNS, Role.RUNNING, "Height: share of the time"));
        }
        hatches(picture, overlay, items);
        for (Drawn drawn : picture.runtime()) {
            if (drawn.bars().size() > 0) {
                boolean pauses = drawn.bars().role(0) == Role.STW;
                items.add(new LegendItem(Shape.TINT, pauses ? Role.STW_VEIL : Role.GC_VEIL,
                        pauses ? "Stop-the-world, all rows" : "GC, all rows"));
            }
        }
        if (picture.rows().stream().anyMatch(line -> overlay.marked().contains(line.row()))) {
            items.add(new LegendItem(Shape.TINT, Role.MARKED, "Row of the finding"));
        }
        if (overlay.range() != null) {
            items.add(new LegendItem(Shape.TINT, Role.MARKED, "Selected time"));
        }
        if (overlay.path() != null) {
            items.add(new LegendItem(Shape.FULL, Role.PATH, "On the critical path"));
        }
        if (overlay.links().stream().anyMatch(link -> !link.created())) {
            items.add(new LegendItem(Shape.ARROW, Role.SELECTED, "Woke"));
        }
        if (overlay.links().stream().anyMatch(Overlay.WakeArrow::created)) {
            items.add(new LegendItem(Shape.ARROW, Role.ACCENT, "Created"));
        }
        return items;
    }

    /// Whether pieces stand for several intervals.
    private static boolean add(Bars bars, Set<Role> roles) {
        boolean mixed = false;
        for (int i = 0; i < bars.size(); i++) {
            long mix = bars.mix(i);
            if (mix == 0) {
                roles.add(bars.role(i));
            } else {
                mixed = true;
                for (int slot = 0; slot < Mix.slots(); slot++) {
                    if (Mix.share(mix, slot) > 0) {
                        roles.add(Mix.role(slot));
                    }
                }
            }
        }
        return mixed;
    }

    private static void add(Density counts, TimeRange visible, Set<Role> roles) {
        double[] slots = new double[Mix.slots()];
        counts.add(visible.fromNs(), visible.toNs(), slots);
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot] > 0) {
                roles.add(Mix.role(slot));
            }
        }
    }

    private static void hatches(TimelinePicture picture, Overlay overlay, List<LegendItem> items) {
        boolean empty = false;
        boolean struck = false;
        for (Line line : picture.rows()) {
            for (Hatch hatch : overlay.hatches().of(line.row())) {
                if (visible(hatch, picture.visible())) {
                    empty |= hatch.place() == Hatch.Place.EMPTY;
                    struck |= hatch.place() == Hatch.Place.INTERVALS;
                }
            }
        }
        if (empty) {
            items.add(new LegendItem(Shape.HATCH, Role.FRACTURE, "Work after its task ended"));
        }
        if (struck) {
            items.add(new LegendItem(Shape.STRUCK, Role.FRACTURE, "Where a finding says that it breaks"));
        }
        for (Role role : List.of(Role.LOSS, Role.FRACTURE)) {
            if (overlay.hatches().everywhere().stream()
                    .anyMatch(hatch -> hatch.role() == role && visible(hatch, picture.visible()))) {
                items.add(new LegendItem(Shape.VEIL, role,
                        role == Role.LOSS ? "Missing or unreadable" : "Whole process, see the finding"));
            }
        }
    }

    private static boolean visible(Hatch hatch, TimeRange visible) {
        return visible.overlaps(hatch.fromNs(), Math.max(hatch.toNs(), hatch.fromNs() + 1));
    }
}
