package dev.faultline.views.timeline.paint;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface;
import dev.faultline.views.paint.TextStyle;
import dev.faultline.views.scale.TimeScale;
import dev.faultline.views.timeline.lane.Bars;
import dev.faultline.views.timeline.lane.Lane;
import dev.faultline.views.timeline.lane.Mix;
import dev.faultline.views.timeline.picture.Hatch;
import dev.faultline.views.timeline.picture.TimelinePicture.Drawn;
import java.util.List;

/// Paints draw lists. States differ by height as well as by colour: running, runnable and syscall fill the lane,
/// waits are a thinner bar in its middle. A mix shows the wait that covers most of it and, in front, a column whose
/// height is the share of the states that are not waits; a single column is as high as the lane, so that it is seen.
public final class LanePainter {
    /// Height of a wait, as share of the lane.
    private static final double THIN = 0.64;
    private static final double LEAST_SHARE = 0.3;
    private static final double LABEL_ROOM_PX = 40;
    private static final double LEAST_PATTERN_PX = 4;
    private static final double DASH_PX = 8;

    private final Surface surface;

    public LanePainter(Surface surface) {
        this.surface = surface;
    }

    /// Paints the pieces of a row's lanes into a box of the lane's height: nothing but fills.
    ///
    /// @param lanes from back to front
    public void bars(List<Drawn> lanes, Box box) {
        for (Drawn drawn : lanes) {
            bars(drawn.bars(), box);
        }
    }

    /// Paints what lies over the pieces: stretches where the row breaks, and words where there is room.
    public void over(List<Drawn> lanes, List<Hatch> hatches, TimeScale scale, Box box) {
        hatches(hatches, scale, box);
        for (Drawn drawn : lanes) {
            Bars bars = drawn.bars();
            for (int i = 0; i < bars.size(); i++) {
                if (bars.width(i) >= LABEL_ROOM_PX && !bars.mixed(i)) {
                    label(drawn.lane(), bars, i, box);
                }
            }
        }
    }

    private void bars(Bars bars, Box box) {
        for (int i = 0; i < bars.size(); i++) {
            if (bars.mixed(i)) {
                background(bars, i, box);
            } else if (bars.width(i) > 1) {
                span(bars, i, box);
            }
        }
        for (int i = 0; i < bars.size(); i++) {
            if (bars.mixed(i)) {
                column(bars, i, box);
            } else if (bars.width(i) <= 1) {
                span(bars, i, box);
            }
        }
    }

    /// The box of a piece: what is painted of it, and what an outline goes round.
    public static Box boxOf(Bars bars, int i, Box lane) {
        boolean thin = bars.role(i).waits();
        double height = Math.round(lane.height() * (thin ? THIN : 1));
        return new Box(bars.x(i), lane.y() + Math.floor((lane.height() - height) / 2), bars.width(i), height);
    }

    private void hatches(List<Hatch> hatches, TimeScale scale, Box box) {
        for (Hatch hatch : hatches) {
            Box part = part(hatch, scale, box);
            if (part.width() > 0 && hatch.place() == Hatch.Place.EMPTY) {
                surface.hatch(part, hatch.role());
            } else if (part.width() > 0) {
                surface.stripes(part, Role.BACKGROUND);
                surface.frame(part, hatch.role(), 1);
            }
        }
    }

    /// Stripes over everything where a break concerns all rows.
    public void veils(List<Hatch> hatches, TimeScale scale, Box box) {
        for (Hatch hatch : hatches) {
            Box part = part(hatch, scale, box);
            if (part.width() > 0) {
                surface.stripes(part, hatch.role());
            }
        }
    }

    private static Box part(Hatch hatch, TimeScale scale, Box box) {
        double from = Math.max(scale.px(hatch.fromNs()), box.x() - 2);
        double to = Math.min(Math.max(scale.px(hatch.toNs()), from + 2), box.right() + 2);
        return new Box(from, box.y(), to <= box.x() || from >= box.right() ? 0 : to - from, box.height());
    }

    private void span(Bars bars, int i, Box box) {
        Box piece = boxOf(bars, i, box);
        surface.fill(piece, bars.role(i));
        if (bars.role(i).pattern() != Role.Pattern.NONE && piece.width() >= LEAST_PATTERN_PX) {
            pattern(piece, bars.role(i).pattern());
        }
    }

    private void pattern(Box box, Role.Pattern pattern) {
        double middle = box.y() + Math.floor(box.height() / 2);
        switch (pattern) {
            case TOP -> line(box, box.y() + 1);
            case MIDDLE -> line(box, middle);
            case BOTTOM -> line(box, box.bottom() - 2);
            case BOTH -> {
                line(box, box.y() + 1);
                line(box, box.bottom() - 2);
            }
            case DASHED -> {
                for (double x = box.x() + 2; x < box.right() - 1; x += DASH_PX) {
                    surface.fill(new Box(x, middle, Math.min(DASH_PX / 2, box.right() - 1 - x), 1), Role.BACKGROUND);
                }
            }
            case NONE -> {
                // the colour says all
            }
        }
    }

    private void line(Box box, double y) {
        surface.fill(new Box(box.x() + 1, y, box.width() - 2, 1), Role.BACKGROUND);
    }

    private void background(Bars bars, int i, Box box) {
        int most = Mix.mostWaiting(bars.mix(i));
        if (most >= 0) {
            double height = Math.round(box.height() * THIN);
            double y = box.y() + Math.floor((box.height() - height) / 2);
            surface.fill(new Box(bars.x(i), y, bars.width(i), height), Mix.role(most));
        } else if (bars.mix(i) == 0) {
            span(bars, i, box);
        }
    }

    private void column(Bars bars, int i, Box box) {
        double active = 0;
        for (int slot = 0; slot < Mix.activeSlots(); slot++) {
            active += Mix.share(bars.mix(i), slot);
        }
        if (active == 0) {
            return;
        }
        double height = box.height() * (alone(bars, i) ? 1 : Math.clamp(active, LEAST_SHARE, 1));
        double bottom = box.bottom();
        for (int slot = 0; slot < Mix.activeSlots(); slot++) {
            Role role = Mix.role(slot);
            double share = Mix.share(bars.mix(i), slot);
            if (share > 0) {
                double part = Math.max(1, Math.round(height * share / active));
                bottom -= part;
                surface.fill(new Box(bars.x(i), Math.max(box.y(), bottom), bars.width(i), part), role);
            }
        }
    }

    /// Whether a mix of one column has no mixes beside it: that is one short thing, a tick as high as the lane.
    private static boolean alone(Bars bars, int i) {
        boolean before = i > 0 && bars.mixed(i - 1) && bars.x(i) - bars.right(i - 1) < 1;
        boolean behind = i + 1 < bars.size() && bars.mixed(i + 1) && bars.x(i + 1) - bars.right(i) < 1;
        return bars.width(i) <= 1 && !before && !behind;
    }

    private void label(Lane lane, Bars bars, int i, Box box) {
        String text = lane.label(bars.first(i));
        double from = Math.max(bars.x(i), box.x());
        double room = Math.min(bars.right(i), box.right()) - from - 8;
        String fits = text.isEmpty() || room < LABEL_ROOM_PX - 8 ? "" : surface.fit(text, TextStyle.TINY, room);
        if (fits.length() * 2 > text.length()) {
            double width = surface.width(fits, TextStyle.TINY);
            Box piece = boxOf(bars, i, box);
            // stripes may lie over the piece
            surface.fill(new Box(from + 3, piece.y(), width + 4, piece.height()), bars.role(i));
            double baseline = box.y() + box.height() / 2 + TextStyle.TINY.size() * 0.36;
            surface.text(Label.left(fits, from + 5, baseline, TextStyle.TINY), bars.role(i).ink());
        }
    }
}
