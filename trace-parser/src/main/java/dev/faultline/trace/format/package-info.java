/// What the format says: versions, the table of events, places and losses. Imports nothing of ours.
@NullMarked
package dev.faultline.trace.format;

import org.jspecify.annotations.NullMarked;
