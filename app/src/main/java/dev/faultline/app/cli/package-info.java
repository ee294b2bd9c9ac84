/// The command line. Results go to standard output, everything else to standard error. Nothing here needs a display.
@NullMarked
package dev.faultline.app.cli;

import org.jspecify.annotations.NullMarked;
