/// Waits that are not over when the trace ends, what those did who may still end them, and workers that wait for work.
@NullMarked
package dev.faultline.model.analysis.wait;

import org.jspecify.annotations.NullMarked;
