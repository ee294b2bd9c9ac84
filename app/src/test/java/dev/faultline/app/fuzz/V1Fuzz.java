package dev.faultline.app.fuzz;

/// Fuzzes the reader of Go 1.5 to 1.21.
public final class V1Fuzz {
    private static final int[] MINORS = {5, 7, 8, 9, 10, 11, 19, 21};

    private V1Fuzz() {
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedReading.read(input, MINORS);
    }
}
