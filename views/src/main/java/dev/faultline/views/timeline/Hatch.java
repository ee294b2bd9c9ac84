package dev.faultline.views.timeline;

import dev.faultline.views.paint.Role;

/// A stretch of a row where the story breaks, drawn hatched.
///
/// @param fromNs begin
/// @param toNs end; the same as the begin for a moment
/// @param role [Role#FRACTURE] or [Role#LOSS]
/// @param label what is the matter, for tooltips
public record Hatch(long fromNs, long toNs, Role role, String label) {}
