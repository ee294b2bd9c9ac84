package dev.faultline.views.fx;

import dev.faultline.views.timeline.row.Thing;

/// Somebody asked for a context menu.
///
/// @param under what the pointer was over
/// @param ns moment at the pointer
/// @param screenX where the menu should open
/// @param screenY where the menu should open
public record MenuRequest(Thing under, long ns, double screenX, double screenY) {}
