/// Flame graphs without a toolkit: where goroutines were blocked, by reason and stack, and where they ran by CPU samples.
/// [dev.faultline.views.flame.FlameSource] sums a stretch of time into a [dev.faultline.views.flame.FlameTree];
/// [dev.faultline.views.flame.FlameLayout] turns what is wide enough to be seen into boxes.
@NullMarked
package dev.faultline.views.flame;

import org.jspecify.annotations.NullMarked;
