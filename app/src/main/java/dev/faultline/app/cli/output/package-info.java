/// Where results and messages go: whole and harmless, quiet behind `head`, files moved into place when complete.
@NullMarked
package dev.faultline.app.cli.output;

import org.jspecify.annotations.NullMarked;
