/// What is known of functions of Go's runtime, its standard library and well-known libraries: one data file and its
/// parser. Knows nothing of traces.
@NullMarked
package dev.faultline.model.known;

import org.jspecify.annotations.NullMarked;
