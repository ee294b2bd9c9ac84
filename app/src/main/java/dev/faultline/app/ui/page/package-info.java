/// The pages of an open trace, one class each; [Page] lists them.
@NullMarked
package dev.faultline.app.ui.page;

import org.jspecify.annotations.NullMarked;
