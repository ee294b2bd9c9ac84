/// Where time becomes pixels and numbers become words. Two spaces have names here: *trace time* (`long` nanoseconds since
/// the trace's first event) and *view px* (`double`, left to right). All conversions between them are in
/// [dev.faultline.views.scale.TimeScale]; all formatting of durations, times, sizes and Go names is in
/// [dev.faultline.views.scale.Units] and [dev.faultline.views.scale.GoNames], for the window, the report and the
/// command line alike.
@NullMarked
package dev.faultline.views.scale;

import org.jspecify.annotations.NullMarked;
