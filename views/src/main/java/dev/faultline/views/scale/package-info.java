/// Where time becomes pixels and numbers become words. Two spaces have names here: *trace time* (`long` nanoseconds since
/// the trace's first event) and *view px* (`double`, left to right). All conversions between them are in
/// [dev.faultline.views.scale.TimeScale]; Go names are shortened in [dev.faultline.views.scale.GoNames]; durations, times
/// and sizes are worded in [dev.faultline.model.unit.Units].
@NullMarked
package dev.faultline.views.scale;

import org.jspecify.annotations.NullMarked;
