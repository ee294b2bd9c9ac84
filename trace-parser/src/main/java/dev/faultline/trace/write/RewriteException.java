package dev.faultline.trace.write;

import java.io.IOException;

/// A trace, or this stretch of it, cannot be written. The message says why in one sentence.
public final class RewriteException extends IOException {
    private static final long serialVersionUID = 1;

    RewriteException(String sentence) {
        super(sentence);
    }
}
