/// `faultline compare`: two traces, or two sets of traces, against each other.
@NullMarked
package dev.faultline.app.cli.compare;

import org.jspecify.annotations.NullMarked;
