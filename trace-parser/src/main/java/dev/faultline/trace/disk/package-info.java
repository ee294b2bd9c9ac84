/// What the program leaves on disk for itself: where it lies, and how it vanishes again. Knows nothing of traces.
@NullMarked
package dev.faultline.trace.disk;

import org.jspecify.annotations.NullMarked;
