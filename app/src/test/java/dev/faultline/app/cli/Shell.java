package dev.faultline.app.cli;

import dev.faultline.app.cli.output.ResultStream;
import dev.faultline.app.cli.output.Terminal;

import dev.faultline.app.config.RulesFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs command lines in this process and keeps what they print.
final class Shell {
    static final Path SAMPLES = Path.of("..", "sample-traces");

    private final List<List<String>> windows = new ArrayList<>();
    private RulesFile rules = new RulesFile(Path.of("no such file"));
    private boolean interactive;

    /// What came of a command line.
    record Result(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /// The user's own settings of the rules; by default there are none.
    Shell settings(Path file) {
        rules = new RulesFile(file);
        return this;
    }

    /// As if somebody sat before a terminal.
    Shell interactive() {
        interactive = true;
        return this;
    }

    /// The files of each window that was opened.
    List<List<String>> windows() {
        return windows;
    }

    Result run(Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ResultStream(out), new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive, interactive);
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int code = Cli.run(terminal, this::open, rules, words);
        terminal.flush();
        String printed = out.toString(StandardCharsets.UTF_8);
        if (printed.contains("rule-failed")) {
            throw new AssertionError(printed);
        }
        return new Result(code, printed, err.toString(StandardCharsets.UTF_8));
    }

    private int open(List<String> files) {
        windows.add(files);
        return 0;
    }

    static Path sample(String name) {
        return SAMPLES.resolve(name);
    }
}
