/// From a file, an archive or standard input to the bytes of the traces in it: layers of compression are recognised by
/// content, unpacked within limits, and laid where the readers can map them. Knows nothing of events.
@NullMarked
package dev.faultline.trace.container;

import org.jspecify.annotations.NullMarked;
