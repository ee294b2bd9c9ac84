package dev.faultline.trace.column;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Columns found room neither in memory nor on the disk. The message is a sentence for people.
public final class StorageException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    StorageException(String what, IOException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
