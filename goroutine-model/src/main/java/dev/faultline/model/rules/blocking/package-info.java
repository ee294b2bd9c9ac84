/// Goroutines that keep each other, or the system keeps, from working.
@NullMarked
package dev.faultline.model.rules.blocking;

import org.jspecify.annotations.NullMarked;
