package dev.faultline.app.ui.text;

import dev.faultline.trace.event.Frame;
import dev.faultline.trace.event.Stacks;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Tells the user's own frames from those of Go's library and of modules. It goes by the path of the file: the library
/// lies under one root, which the runtime's own frames give away, downloaded modules carry a version or lie in the module
/// cache, vendored ones in `vendor`.
public final class OwnCode {
    private static final Pattern MODULE = Pattern.compile("/pkg/mod/|/vendor/|@v\\d");
    private static final Pattern RUNTIME_FILE = Pattern
            .compile("(.*[/\\\\]src[/\\\\])runtime[/\\\\][^/\\\\]+\\.(go|s)");
    /// A trimmed build names library files without a root: `net/http/server.go`.
    private static final Pattern TRIMMED_LIBRARY = Pattern.compile(
            "(archive|bufio|bytes|compress|container|context|crypto|database|debug|embed|encoding|errors|expvar|flag|fmt"
                    + "|go|hash|html|image|index|internal|io|iter|log|maps|math|mime|net|os|path|plugin|reflect|regexp"
                    + "|runtime|slices|sort|strconv|strings|structs|sync|syscall|testing|text|time|unicode|unique|unsafe"
                    + "|weak)/.*");

    private final String root;

    private OwnCode(String root) {
        this.root = root;
    }

    /// Learns where the library lies from the frames of a trace.
    public static OwnCode of(Stacks stacks) {
        return of(IntStream.range(0, stacks.frameCount()).mapToObj(stacks::frame)::iterator);
    }

    static OwnCode of(Iterable<Frame> frames) {
        for (Frame frame : frames) {
            if (frame.function().startsWith("runtime.")) {
                var file = RUNTIME_FILE.matcher(frame.file());
                if (file.matches()) {
                    return new OwnCode(file.group(1));
                }
            }
        }
        return new OwnCode("");
    }

    /// Whether the frame is the user's code. A frame without a file is not.
    public boolean owns(Frame frame) {
        String file = frame.file();
        if (file.isEmpty() || MODULE.matcher(file).find() || frame.function().startsWith("runtime.")) {
            return false;
        }
        return root.isEmpty() ? !TRIMMED_LIBRARY.matcher(file).matches() : !file.startsWith(root);
    }

    /// The innermost frame of the user's code.
    public Optional<Frame> first(Iterable<Frame> frames) {
        for (Frame frame : frames) {
            if (owns(frame)) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }
}
