/// What a trace says in the formats of other tools.
@NullMarked
package dev.faultline.views.export;

import org.jspecify.annotations.NullMarked;
