/// Goroutines, processors, ranges, tasks and regions, reconstructed from ordered events.
@NullMarked
package dev.faultline.model;

import org.jspecify.annotations.NullMarked;
