package dev.faultline.app.cli.output;

import dev.faultline.model.words.TerminalSafe;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The output streams of a command.
///
/// @param out standard output: results, always UTF-8
/// @param err standard error: errors and progress
/// @param outInteractive whether `out` is a terminal
/// @param errInteractive whether `err` is a terminal
public record Terminal(ResultStream out, PrintStream err, boolean outInteractive, boolean errInteractive) {

    /// The streams of this process. The launcher tells which of them are terminals; without it the JDK is asked, which
    /// can only tell about all of them at once.
    public static Terminal ofProcess() {
        ResultStream out = new ResultStream(new FileOutputStream(FileDescriptor.out));
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        String told = System.getProperty("faultline.terminal");
        if (told != null) {
            return new Terminal(out, err, told.contains("out"), told.contains("err"));
        }
        Console console = System.console();
        boolean interactive = console != null && console.isTerminal();
        return new Terminal(out, err, interactive, interactive);
    }

    /// Discards everything.
    public static Terminal toNobody() {
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(new ResultStream(OutputStream.nullOutputStream()), err, false, false);
    }

    /// The same, seen by work that goes on beside other work: no progress is shown.
    public Terminal quiet() {
        return new Terminal(out, err, outInteractive, false);
    }

    /// Whether results may be coloured: on a terminal that can, unless the user asked for none (no-color.org).
    public boolean coloured() {
        String plain = System.getenv("NO_COLOR");
        return outInteractive && (plain == null || plain.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /// Prints one line on standard error, headed by the program's name.
    public void complain(String sentence) {
        out.flushQuietly();
        err.println("faultline: " + TerminalSafe.of(sentence));
    }

    /// Flushes buffered output. Write errors were reported before.
    public void flush() {
        out.flushQuietly();
        err.flush();
    }
}
