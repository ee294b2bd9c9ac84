/// The views as JavaFX nodes: they lay out what [dev.faultline.views.timeline] and [dev.faultline.views.flame] describe,
/// paint it on a canvas and turn gestures into changes of the shared [dev.faultline.views.fx.Viewport] and
/// [dev.faultline.views.fx.Selection]. Everything here belongs to the JavaFX application thread.
@NullMarked
package dev.faultline.views.fx;

import org.jspecify.annotations.NullMarked;
