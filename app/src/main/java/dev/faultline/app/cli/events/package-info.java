/// `faultline events`: the trace, event by event.
@NullMarked
package dev.faultline.app.cli.events;

import org.jspecify.annotations.NullMarked;
