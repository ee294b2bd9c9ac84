/// The reconstructed run as everything above it sees it: goroutines, spans, P lanes, ranges, tasks, regions, metrics.
@NullMarked
package dev.faultline.model;

import org.jspecify.annotations.NullMarked;
