/// Where the sources of a traced program lie on this machine.
@NullMarked
package dev.faultline.model.source;

import org.jspecify.annotations.NullMarked;
