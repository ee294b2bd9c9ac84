package dev.faultline.app.cli;

import java.util.List;

/// Opens the desktop window.
@FunctionalInterface
public interface WindowLauncher {
    /// Shows each file in a tab and returns when the window was closed.
    ///
    /// @return the exit code
    /// @throws NoDisplayException when there is nowhere to show it
    int open(List<String> files) throws NoDisplayException;

    /// There is no display, or the desktop's libraries are missing.
    final class NoDisplayException extends Exception {
        private static final long serialVersionUID = 1;

        /// @param reason half a sentence for people: `no display was found`
        public NoDisplayException(String reason) {
            super(reason);
        }
    }
}
