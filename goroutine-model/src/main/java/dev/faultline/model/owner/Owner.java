package dev.faultline.model.owner;

/// Whose code a function is. The further down the list, the nearer it is to the program's own.
public enum Owner {
    /// Go's runtime.
    RUNTIME,
    /// Go's standard library.
    STANDARD,
    /// A function of a library of which the program knows what it does.
    KNOWN_LIBRARY,
    /// Any other library.
    LIBRARY,
    /// The trace does not tell.
    UNKNOWN,
    /// The program's: package main, its module, or the packages under test.
    OWN;

    /// Whether it may be the program's own.
    public boolean maybeOwn() {
        return this == OWN || this == UNKNOWN;
    }
}
