/// Which rows the timeline has: sections of goroutines, tasks and Ps for a query (filter, grouping, order), and
/// where each stands. Single rows are made when they become visible.
@NullMarked
package dev.faultline.views.timeline.row;

import org.jspecify.annotations.NullMarked;
