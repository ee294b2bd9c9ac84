package dev.faultline.app.ui;

import java.io.IOException;
import java.util.List;

/// Starts the user's editor, the only program that Faultline runs: with the command that the user wrote, when the user asks.
final class EditorProcess {
    private EditorProcess() {
    }

    /// @throws IOException when there is no such program
    static void start(List<String> words) throws IOException {
        new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
