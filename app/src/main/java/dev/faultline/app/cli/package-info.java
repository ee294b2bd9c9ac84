/// The command line: one file for each verb, the texts and JSON that they print, and what they share. Results go to
/// standard output, everything else to standard error. Nothing here needs a display.
@NullMarked
package dev.faultline.app.cli;

import org.jspecify.annotations.NullMarked;
