package dev.faultline.app.fuzz;

/// Fuzzes the reader of Go 1.22 and later.
public final class V2Fuzz {
    private static final int[] MINORS = {22, 23, 25, 26};

    private V2Fuzz() {
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzedReading.read(input, MINORS);
    }
}
