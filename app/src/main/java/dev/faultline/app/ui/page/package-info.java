/// The pages that the rail switches between, built when first shown. Each says what would be on it where there is
/// nothing to show.
@NullMarked
package dev.faultline.app.ui.page;

import org.jspecify.annotations.NullMarked;
