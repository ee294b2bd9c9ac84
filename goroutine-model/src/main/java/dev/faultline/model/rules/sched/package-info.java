/// Processors and the goroutines that queue for them.
@NullMarked
package dev.faultline.model.rules.sched;

import org.jspecify.annotations.NullMarked;
