/// How pictures are painted, whatever they are painted on: a [dev.faultline.views.paint.Surface] has a few verbs, a
/// [dev.faultline.views.paint.Role] says what a colour means, and a [dev.faultline.views.paint.Palette] reads the colours
/// of all roles from the one style sheet `palette.css`, which JavaFX's controls read as well. No code names a colour.
@NullMarked
package dev.faultline.views.paint;

import org.jspecify.annotations.NullMarked;
