/// Long work off the UI thread, its progress as JavaFX properties, cancellable at any time.
@NullMarked
package dev.faultline.app.ui.work;

import org.jspecify.annotations.NullMarked;
