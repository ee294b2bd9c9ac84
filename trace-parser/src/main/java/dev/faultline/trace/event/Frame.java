package dev.faultline.trace.event;

/// One frame of a stack. Frame 0 of a stack is the innermost, the last one is the goroutine's entry function.
///
/// @param function full name such as `net/http.(*conn).serve`, empty when unknown
/// @param file path as the compiler wrote it, empty when unknown
/// @param line 1-based line, 0 when unknown
/// @param pc program counter, 0 when unknown
public record Frame(String function, String file, int line, long pc) {
    /// The frame as text, `net/http.(*conn).serve /src/net/http/server.go:1991`; without the file where that is unknown,
    /// as in traces of Go 1.5 and 1.6.
    public String text() {
        return file.isEmpty() ? function : function + " " + file + ":" + line;
    }
}
