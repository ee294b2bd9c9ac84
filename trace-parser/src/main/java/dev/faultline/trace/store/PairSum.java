package dev.faultline.trace.store;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// Two check sums in one number. The machine has instructions for both: together they are some ten times faster than a
/// cryptographic sum, and no chance change escapes them. They are no proof against forgery, which gains nobody anything
/// here.
final class PairSum {
    private final CRC32C first = new CRC32C();
    private final CRC32 second = new CRC32();

    /// Takes the next bytes.
    void add(byte[] bytes, int from, int length) {
        first.update(bytes, from, length);
        second.update(bytes, from, length);
    }

    /// The sum of all bytes added so far.
    long value() {
        return first.getValue() << 32 | second.getValue();
    }
}
