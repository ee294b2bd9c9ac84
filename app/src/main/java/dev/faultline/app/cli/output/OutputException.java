package dev.faultline.app.cli.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// An output could not be written.
public final class OutputException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param target what could not be written: a path, or `standard output`
    OutputException(String target, IOException cause) {
        super("cannot write " + target + ": " + reason(cause), cause);
    }

    /// Half a sentence; the JDK's file exceptions hold nothing but the path.
    public static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
