/// The timeline without a toolkit: which rows there are ([dev.faultline.views.timeline.Outline]), what each shows as a
/// [dev.faultline.views.timeline.Lane] of intervals, how intervals become a short draw list
/// ([dev.faultline.views.timeline.LaneLayout] fills [dev.faultline.views.timeline.Bars], one pass whose cost follows the
/// pixels, not the spans), and how the list is painted on any surface ([dev.faultline.views.timeline.LanePainter]).
/// What is under the pointer is asked from the draw list, so it is always what was drawn.
@NullMarked
package dev.faultline.views.timeline;

import org.jspecify.annotations.NullMarked;
