package dev.faultline.views.timeline;

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
/// 5. A column looks at [#MOST] intervals at most: then the lane's summary answers or, while there is none, what was
///    seen stands for the rest. A second binary search finds the next column's begin. So the cost follows the px.
public final class LaneLayout {
    /// Intervals of one px column that are looked at one by one.
    static final int MOST = 48;
    private static final Role[] ROLES = Role.values();

    private final double[] amounts = new double[ROLES.length];
    private final double[] slots = new double[Mix.slots()];

    /// Lays out what is visible between two px.
    public Bars layout(Lane lane, TimeScale scale, double fromPx, double toPx) {
        Bars bars = new Bars();
        int n = lane.size();
        int i = lane.firstEndingAfter(scale.ns(fromPx));
        while (i < n) {
            double left = scale.px(lane.start(i));
            if (left >= toPx) {
                break;
            }
            double right = scale.px(lane.end(i));
            if (right - left >= 1) {
                bars.span(Math.max(left, fromPx), Math.min(right, toPx), lane.role(i), i);
                i++;
            } else {
                i = column(lane, scale, i, bars);
            }
        }
        return bars;
    }

    /// Lays out the px column in which interval `i` begins; returns the next interval.
    private int column(Lane lane, TimeScale scale, int i, Bars bars) {
        double left = Math.floor(scale.px(lane.start(i)));
        double endNs = scale.startNs() + (left + 1 - scale.originPx()) * scale.nsPerPx();
        int n = lane.size();
        int seen = 0;
        Arrays.fill(amounts, 0);
        int next = i;
        while (next < n && lane.start(next) < endNs && seen < MOST) {
            long duration = lane.end(next) - lane.start(next);
            if (duration >= scale.nsPerPx()) {
                break;
            }
            // an interval of no length still was there
            amounts[lane.role(next).ordinal()] += Math.max(duration, 0.5);
            next++;
            seen++;
        }
        double total = scale.nsPerPx();
        if (seen == MOST && next < n && lane.start(next) < endNs) {
            double seenNs = lane.start(next) - lane.start(i);
            next = skip(lane, next, endNs, scale);
            total = summarise(lane, scale, left, seenNs);
        }
        if (next - i == 1) {
            double x = scale.px(lane.start(i));
            bars.span(x, x + 1, lane.role(i), i);
        } else {
            bars.mix(left, most(), i, next - i, shares(total));
        }
        return next;
    }

    /// The first interval that begins behind the column or is too wide to be part of it.
    private static int skip(Lane lane, int from, double endNs, TimeScale scale) {
        int next = Math.max(from, lane.firstEndingAfter((long) Math.ceil(endNs)));
        boolean begunBefore = next < lane.size() && lane.start(next) < endNs;
        return begunBefore && lane.end(next) - lane.start(next) < scale.nsPerPx() ? next + 1 : next;
    }

    /// Fills the amounts of a column from the lane's summary; returns what they are shares of.
    private double summarise(Lane lane, TimeScale scale, double left, double seenNs) {
        LaneSummary summary = lane.summary();
        if (summary == null) {
            return Math.max(1, seenNs);
        }
        double from = scale.startNs() + (left - scale.originPx()) * scale.nsPerPx();
        Arrays.fill(slots, 0);
        summary.add(from, from + scale.nsPerPx(), slots);
        Arrays.fill(amounts, 0);
        for (int slot = 0; slot < slots.length; slot++) {
            amounts[Mix.role(slot).ordinal()] = slots[slot];
        }
        return scale.nsPerPx();
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
        for (int slot = 0; slot < slots.length; slot++) {
            slots[slot] = amounts[Mix.role(slot).ordinal()];
        }
        return Mix.of(slots, total);
    }
}
