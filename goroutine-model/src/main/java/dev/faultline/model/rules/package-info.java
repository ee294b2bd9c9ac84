/// What a finding and a [Rule] are. The rules are in the packages below, one class each, sorted by subject; the words of each
/// are in the resource bundle of the same name.
@NullMarked
package dev.faultline.model.rules;

import org.jspecify.annotations.NullMarked;
