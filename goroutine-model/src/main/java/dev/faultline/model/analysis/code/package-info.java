/// Where in the code something happens: whose code a frame is, at which place goroutines wait, and for what.
@NullMarked
package dev.faultline.model.analysis.code;

import org.jspecify.annotations.NullMarked;
