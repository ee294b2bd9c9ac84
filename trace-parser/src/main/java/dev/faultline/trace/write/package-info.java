/// Writes traces of Go 1.22 and later: a stretch of a trace, or all of it under other names.
@NullMarked
package dev.faultline.trace.write;

import org.jspecify.annotations.NullMarked;
