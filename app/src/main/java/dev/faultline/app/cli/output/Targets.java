package dev.faultline.app.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// Where results are to be written: never over what is read, and never two to one place.
public final class Targets {
    private static final String STANDARD = "-";

    /// A result would replace an input or another result. The message is one sentence.
    public static final class SameFileException extends Exception {
        private static final long serialVersionUID = 1;

        SameFileException(String sentence) {
            super(sentence);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private Targets() {
    }

    /// @param outputs as the user named them; `-` is standard output
    /// @param inputs as the user named them; `-` is standard input
    /// @throws SameFileException when an output is an input, or two outputs are the same
    public static void check(List<String> outputs, List<String> inputs) throws SameFileException {
        for (int i = 0; i < outputs.size(); i++) {
            for (String input : inputs) {
                if (same(outputs.get(i), input)) {
                    throw new SameFileException(outputs.get(i) + " is read: it cannot be written at the same time");
                }
            }
            for (String other : outputs.subList(0, i)) {
                boolean standard = other.equals(STANDARD) && outputs.get(i).equals(STANDARD);
                if (standard || same(outputs.get(i), other)) {
                    throw new SameFileException("two results cannot both be written to "
                            + (other.equals(STANDARD) ? "standard output" : other));
                }
            }
        }
    }

    private static boolean same(String a, String b) {
        if (a.equals(STANDARD) || b.equals(STANDARD)) {
            return false;
        }
        try {
            Path one = Path.of(a);
            Path other = Path.of(b);
            boolean regular = !Files.exists(one) || Files.isRegularFile(one);
            return regular && (one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
                    || Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException | InvalidPathException e) {
            return false; // told when it is opened
        }
    }
}
