/// The window around the views: bar, rail, panes, status line, overlays. Each part is an FXML file with a thin
/// controller that binds it to the session and calls commands.
@NullMarked
package dev.faultline.app.ui.shell;

import org.jspecify.annotations.NullMarked;
