package dev.faultline.app.cli.verb;

/// Exit codes. Scripts rely on them.
public final class ExitCode {
    public static final int FINE = 0;
    /// `analyze --fail-on`: there are such findings.
    public static final int FINDINGS = 1;
    /// Wrong usage, or a result could not be written where it was wanted.
    public static final int USAGE = 2;
    /// The file cannot be read as a trace.
    public static final int UNREADABLE = 3;

    private ExitCode() {
    }
}
