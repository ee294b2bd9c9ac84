/// Where the story breaks: missing parts of the trace, stretches in which nobody records, a late start.
@NullMarked
package dev.faultline.model.rules.fracture;

import org.jspecify.annotations.NullMarked;
