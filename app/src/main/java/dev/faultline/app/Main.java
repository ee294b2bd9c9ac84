package dev.faultline.app;

import dev.faultline.app.cli.Cli;
import dev.faultline.app.cli.Terminal;
import dev.faultline.app.cli.Window.NoDisplayException;

/// Where the process begins.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        int code = Cli.run(terminal, _ -> {
            throw new NoDisplayException("this version has no window yet");
        }, args);
        terminal.flush();
        System.exit(code);
    }
}
