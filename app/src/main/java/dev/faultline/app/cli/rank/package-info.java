/// Traces in a table, the worst first: `faultline rank`, and the end of `faultline analyze` for several traces.
@NullMarked
package dev.faultline.app.cli.rank;

import org.jspecify.annotations.NullMarked;
