/// Facts as sentences: what is said of a selected thing, with units, and with links to what it speaks of. No controls.
@NullMarked
package dev.faultline.app.ui.text;

import org.jspecify.annotations.NullMarked;
