/// The vocabulary of findings, and what a [Rule] is. The rules themselves lie in the packages below, one file each, sorted by
/// what they are about.
@NullMarked
package dev.faultline.model.rules;

import org.jspecify.annotations.NullMarked;
