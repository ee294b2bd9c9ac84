/// What lets a trace pass or fail: findings against those of a baseline, metrics against budgets.
@NullMarked
package dev.faultline.model.gate;

import org.jspecify.annotations.NullMarked;
