/// Where time becomes pixels. Two spaces have names here: *trace time* (`long` nanoseconds since the trace's first event)
/// and *view px* (`double`, left to right). All conversions between them are in [dev.faultline.views.scale.TimeScale].
@NullMarked
package dev.faultline.views.scale;

import org.jspecify.annotations.NullMarked;
