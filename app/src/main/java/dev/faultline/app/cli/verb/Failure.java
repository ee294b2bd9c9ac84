package dev.faultline.app.cli.verb;

import dev.faultline.app.cli.output.OutputException;
import dev.faultline.trace.column.StorageException;
import dev.faultline.trace.format.TraceFormatException;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.ParameterException;

/// Why a verb, or one of its files, came to nothing.
///
/// @param sentence for people
/// @param code the exit code for it
public record Failure(String sentence, int code) {
    /// @param file as the user knows it, empty where it is about none
    public static Failure of(String file, Throwable e) {
        String of = file.isEmpty() ? "" : file + ": ";
        return switch (e) {
            case OutputException x -> new Failure(String.valueOf(x.getMessage()), ExitCode.USAGE);
            case ParameterException x -> new Failure(of + x.getMessage(), ExitCode.USAGE);
            case TraceFormatException x -> new Failure(of + x.getMessage(), ExitCode.UNREADABLE);
            case IOException x -> new Failure(of + OutputException.reason(x), ExitCode.UNREADABLE);
            case StorageException x -> new Failure(of + x.getMessage(), ExitCode.UNREADABLE);
            case CancellationException _ -> new Failure(of + "cancelled", ExitCode.UNREADABLE);
            case OutOfMemoryError x -> new Failure(of + "the trace needs more heap than Java may use (" + x.getMessage()
                    + "); set FAULTLINE_JAVA_OPTS=-Xmx4g to allow 4 GB", ExitCode.UNREADABLE);
            default -> new Failure(of + "bug in Faultline, please report it: " + e + origin(e), ExitCode.UNREADABLE);
        };
    }

    private static String origin(Throwable e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    }
}
