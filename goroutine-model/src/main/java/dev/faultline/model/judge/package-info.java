/// Runs all rules on a trace and keeps what they found. The list of rules is here, and with it what depends on it: reading
/// the names of settings.
@NullMarked
package dev.faultline.model.judge;

import org.jspecify.annotations.NullMarked;
