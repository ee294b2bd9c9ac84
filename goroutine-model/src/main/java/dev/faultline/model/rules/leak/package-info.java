/// Goroutines that stay: leaks, growing numbers, deadlocks.
@NullMarked
package dev.faultline.model.rules.leak;

import org.jspecify.annotations.NullMarked;
