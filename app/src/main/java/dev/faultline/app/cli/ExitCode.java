package dev.faultline.app.cli;

/// What the process tells its caller. Scripts rely on these.
final class ExitCode {
    static final int FINE = 0;
    /// `analyze --fail-on`: there are such findings.
    static final int FINDINGS = 1;
    /// Wrong usage, or a result could not be written where it was wanted.
    static final int USAGE = 2;
    /// The file cannot be read as a trace.
    static final int UNREADABLE = 3;

    private ExitCode() {
    }
}
