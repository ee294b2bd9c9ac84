/// The door of the reader: from a file to ordered events in columns.
@NullMarked
package dev.faultline.trace;

import org.jspecify.annotations.NullMarked;
