package dev.faultline.app;

import dev.faultline.app.cli.Cli;
import dev.faultline.app.cli.Terminal;
import dev.faultline.app.cli.Window.NoDisplayException;
import dev.faultline.app.ui.WindowApp;
import java.util.List;

/// Where the process begins.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        int code = Cli.run(terminal, Main::window, args);
        terminal.flush();
        System.exit(code);
    }

    private static int window(List<String> files) throws NoDisplayException {
        try {
            return WindowApp.launch(files);
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException("no display was found");
        } catch (LinkageError e) {
            throw new NoDisplayException("a library of the desktop is missing (" + e.getMessage() + ")");
        }
    }
}
