package dev.faultline.trace.format;

/// A stretch of a file.
///
/// @param offset of its first byte
/// @param length in bytes
public record ByteRange(long offset, long length) {}
