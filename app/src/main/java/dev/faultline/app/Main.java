package dev.faultline.app;

import dev.faultline.app.cli.Cli;
import dev.faultline.app.cli.output.Terminal;

/// Entry point.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        if (Boolean.getBoolean("faultline.rehearsal")) {
            Rehearsal.of(args);
        }
        Terminal terminal = Terminal.ofProcess();
        int code = Cli.run(terminal, Desktop::open, args);
        terminal.flush();
        System.exit(code);
    }
}
