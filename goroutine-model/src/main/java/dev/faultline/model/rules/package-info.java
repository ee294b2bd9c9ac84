/// The findings: their vocabulary, the list of rules, one file for each rule.
@NullMarked
package dev.faultline.model.rules;

import org.jspecify.annotations.NullMarked;
