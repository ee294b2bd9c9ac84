package dev.faultline.trace.container;

import java.io.IOException;

/// Unpacking was stopped at a limit. The message says which one and how to raise it.
public class UnpackLimitException extends IOException {
    private static final long serialVersionUID = 1;

    UnpackLimitException(String what, String variable) {
        super(what + ", which looks like a decompression bomb; if it is not, set " + variable + " to a higher number");
    }

    UnpackLimitException(String what) {
        super(what);
    }
}
