/// Where the chain of events breaks: missing parts of the trace, gaps without events, a late start.
@NullMarked
package dev.faultline.model.rules.fracture;

import org.jspecify.annotations.NullMarked;
