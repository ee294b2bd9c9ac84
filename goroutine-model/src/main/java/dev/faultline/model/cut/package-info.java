/// A stretch of a trace as a trace of its own, so that everything that can be asked of a trace can be asked of a stretch.
@NullMarked
package dev.faultline.model.cut;

import org.jspecify.annotations.NullMarked;
