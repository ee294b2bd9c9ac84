package dev.faultline.views.timeline.lane;

import dev.faultline.views.paint.Role;
import dev.faultline.views.scale.TimeScale;
import java.util.Arrays;

/// Turns a lane's intervals into a draw list for one stretch of px.
///
/// 1. A binary search finds the first interval that reaches into the view.
/// 2. An interval of 1 px or more becomes a piece of its own.
/// 3. Narrower ones are collected as long as they begin in the same px column. One alone becomes a tick of 1 px; several
///    become a mix: the role that covers most of the column, with the shares of all.
/// 4. Neighbouring columns that look alike become one piece.
/// 5. A column looks at [#MOST] intervals at most; what was seen stands for the rest, and a second search finds the next
///    column's begin. So the cost follows the px.
///
/// Lanes with a [LaneSummary] that is as fine as the px, or whose intervals are not at hand, are laid out from it alone,
/// column by column; an interval is looked at only where it covers a whole column.
public final class LaneLayout {
    /// Intervals of one px column that are looked at one by one.
    static final int MOST = 24;
    private static final Role[] ROLES = Role.values();

    private final double[] amounts = new double[ROLES.length];
    private final double[] slots = new double[Mix.slots()];
    private final Mix.Average average = new Mix.Average();

    /// Lays out what is visible between two px.
    public Bars layout(Lane lane, TimeScale scale, double fromPx, double toPx) {
        Bars bars = new Bars();
        VisibleTime window = new VisibleTime(scale, fromPx, toPx);
        LaneSummary summary = lane.summary();
        boolean fine = summary == null || summary.bucketNs() > scale.nsPerPx();
        Lane near = fine ? lane.near(window.ns(fromPx), window.ns(toPx)) : null;
        if (near != null) {
            single(near, window, bars);
        } else if (summary != null) {
            summarised(lane, summary, window, bars);
            bars.setRough(fine);
        }
        return bars;
    }

    /// What is on screen.
    private record VisibleTime(TimeScale scale, double from, double to) {
        double ns(double px) {
            return scale.startNs() + (px - scale.originPx()) * scale.nsPerPx();
        }
    }

    private void summarised(Lane lane, LaneSummary summary, VisibleTime w, Bars bars) {
        double nsPerPx = w.scale.nsPerPx();
        double x = Math.floor(w.from);
        while (x < w.to) {
            double ns = w.ns(x);
            int wide = summary.covering(lane, ns, ns + nsPerPx);
            if (wide >= 0) {
                double right = Math.min(w.to, w.scale.px(lane.end(wide)));
                bars.span(Math.max(x, w.from), Math.max(x + 1, right), lane.role(wide), wide);
                x = Math.max(x + 1, Math.floor(right));
                continue;
            }
            long mix = summary.mix(ns, ns + nsPerPx, average);
            if (mix != 0) {
                bars.column(x, Mix.role(Mix.most(mix)), mix);
            }
            x++;
        }
    }

    private void single(Lane lane, VisibleTime w, Bars bars) {
        int n = lane.size();
        int i = lane.firstEndingAfter(w.scale.ns(w.from));
        while (i < n) {
            double left = w.scale.px(lane.start(i));
            if (left >= w.to) {
                break;
            }
            double right = w.scale.px(lane.end(i));
            if (right - left >= 1) {
                bars.span(Math.max(left, w.from), Math.min(right, w.to), lane.role(i), i);
                i++;
            } else {
                i = column(lane, w, i, bars);
            }
        }
    }

    /// Lays out the px column in which interval `i` begins; returns the next interval.
    private int column(Lane lane, VisibleTime w, int i, Bars bars) {
        double nsPerPx = w.scale.nsPerPx();
        double left = Math.floor(w.scale.px(lane.start(i)));
        double endNs = w.ns(left + 1);
        int n = lane.size();
        int seen = 0;
        Arrays.fill(amounts, 0);
        int next = i;
        // the first one belongs to the column whatever rounding says: else nothing would ever be laid out behind it
        while (next < n && seen < MOST && (next == i || lane.start(next) < endNs)) {
            long duration = lane.end(next) - lane.start(next);
            if (next > i && duration >= nsPerPx) {
                break;
            }
            // an interval of no length still was there
            amounts[lane.role(next).ordinal()] += Math.max(duration, 0.5);
            next++;
            seen++;
        }
        double total = nsPerPx;
        if (seen == MOST && next < n && lane.start(next) < endNs) {
            total = Math.max(1, lane.start(next) - lane.start(i));
            next = skip(lane, next, endNs, nsPerPx);
        }
        if (next - i == 1) {
            double x = w.scale.px(lane.start(i));
            bars.span(x, x + 1, lane.role(i), i);
        } else {
            bars.mix(left, most(), i, next - i, shares(total));
        }
        return next;
    }

    /// The first interval that begins behind the column or is too wide to be part of it.
    private static int skip(Lane lane, int from, double endNs, double nsPerPx) {
        int next = Math.max(from, lane.firstEndingAfter((long) Math.ceil(endNs)));
        boolean begunBefore = next < lane.size() && lane.start(next) < endNs;
        return begunBefore && lane.end(next) - lane.start(next) < nsPerPx ? next + 1 : next;
    }

    private Role most() {
        int most = 0;
        for (int r = 1; r < amounts.length; r++) {
            if (amounts[r] > amounts[most]) {
                most = r;
            }
        }
        return ROLES[most];
    }

    private long shares(double total) {
        Arrays.fill(slots, 0);
        for (int r = 0; r < amounts.length; r++) {
            int slot = amounts[r] > 0 ? Mix.slot(ROLES[r]) : -1;
            if (slot >= 0) {
                slots[slot] += amounts[r];
            }
        }
        return Mix.of(slots, total);
    }
}
