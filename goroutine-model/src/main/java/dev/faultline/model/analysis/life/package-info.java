/// Births, ends and kinship of goroutines.
@NullMarked
package dev.faultline.model.analysis.life;

import org.jspecify.annotations.NullMarked;
