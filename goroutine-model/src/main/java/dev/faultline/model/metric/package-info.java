/// The figures of a whole trace under stable names: one list that budgets, rankings and comparisons share.
@NullMarked
package dev.faultline.model.metric;

import org.jspecify.annotations.NullMarked;
