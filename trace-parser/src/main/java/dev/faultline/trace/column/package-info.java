/// Numbers at rest: columns packed to the width they need, in big pieces of memory outside the heap. Knows nothing of
/// traces.
@NullMarked
package dev.faultline.trace.column;

import org.jspecify.annotations.NullMarked;
