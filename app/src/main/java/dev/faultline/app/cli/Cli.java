package dev.faultline.app.cli;

import dev.faultline.app.cli.WindowLauncher.NoDisplayException;
import dev.faultline.app.cli.compare.CompareCommand;
import dev.faultline.app.cli.events.EventsCommand;
import dev.faultline.app.cli.export.CutCommand;
import dev.faultline.app.cli.export.ExportCommand;
import dev.faultline.app.cli.findings.AnalyzeCommand;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.app.cli.rank.RankCommand;
import dev.faultline.app.cli.verb.ExitCode;
import dev.faultline.app.cli.verb.Failure;
import dev.faultline.app.cli.verb.OneFile;
import dev.faultline.app.config.RulesFile;
import dev.faultline.model.rules.SettingsException;
import dev.faultline.trace.limit.UserLimit;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// Runs a command line and reports errors in one line, never with a stack trace.
public final class Cli {
    private static final int HELP_WIDTH = 100;

    private final Terminal terminal;

    private Cli(Terminal terminal) {
        this.terminal = terminal;
    }

    /// @param window opens the desktop window
    /// @param args as the user gave them
    /// @return the process's exit code: 0 fine, 1 findings, 2 wrong usage, 3 unreadable trace
    public static int run(Terminal terminal, WindowLauncher window, String... args) {
        return run(terminal, window, RulesFile.ofUser(), args);
    }

    /// @param ofUser the user's own settings of the rules
    static int run(Terminal terminal, WindowLauncher window, RulesFile ofUser, String... args) {
        Cli cli = new Cli(terminal);
        CommandLine line = new CommandLine(new FaultlineCommand(window));
        line.addSubcommand(new AnalyzeCommand(terminal, ofUser));
        line.addSubcommand(new CompareCommand(terminal, ofUser));
        line.addSubcommand(new SummaryCommand(terminal));
        line.addSubcommand(new RankCommand(terminal, ofUser));
        line.addSubcommand(new EventsCommand(terminal));
        line.addSubcommand(new CutCommand(terminal));
        line.addSubcommand(new ExportCommand(terminal, ofUser));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.coloured() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setOut(terminal.out().writer());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, _) -> cli.misused(e));
        line.setExecutionExceptionHandler((e, at, _) -> cli.failed(e, at));
        UserLimit.problems(System.getenv()).forEach(terminal::complain);
        int code = cli.execute(line, args);
        try {
            terminal.out().flush();
        } catch (IOException e) {
            return cli.failed(e, line);
        }
        return code;
    }

    private int execute(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            return told(Failure.of("", e));
        }
    }

    private int misused(ParameterException e) {
        String verb = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.complain(e.getMessage() + " (" + verb + " --help for usage)");
        return ExitCode.USAGE;
    }

    private int failed(Throwable e, CommandLine at) {
        String file = at.getCommand() instanceof OneFile one ? one.file() : "";
        return switch (e) {
            case SettingsException x -> told(String.valueOf(x.getMessage()), ExitCode.USAGE);
            case NoDisplayException x -> told(x.getMessage()
                    + ", so the window cannot open; without a display use faultline analyze FILE, faultline summary FILE or faultline events FILE",
                    ExitCode.USAGE);
            case ParameterException x -> misused(x);
            default -> told(Failure.of(file, e));
        };
    }

    private int told(Failure failure) {
        return told(failure.sentence(), failure.code());
    }

    private int told(String sentence, int code) {
        terminal.complain(sentence);
        return code;
    }
}
