/// What one row shows: a [dev.faultline.views.timeline.lane.Lane] of intervals, the sums that stand for many of them
/// ([dev.faultline.views.timeline.lane.LaneSummary]), and how both become a short draw list
/// ([dev.faultline.views.timeline.lane.LaneLayout] fills [dev.faultline.views.timeline.lane.Bars], one pass whose cost
/// follows the pixels, not the spans).
@NullMarked
package dev.faultline.views.timeline.lane;

import org.jspecify.annotations.NullMarked;
