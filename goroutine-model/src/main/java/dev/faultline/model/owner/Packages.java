package dev.faultline.model.owner;

import dev.faultline.trace.event.Frame;
import java.util.Set;

/// What import paths tell.
public final class Packages {
    private static final Set<String> STANDARD = Set.of("archive", "arena", "bufio", "bytes", "cmp", "compress",
            "container", "context", "crypto", "database", "debug", "embed", "encoding", "errors", "expvar", "flag",
            "fmt", "go", "hash", "html", "image", "index", "internal", "io", "iter", "log", "maps", "math", "mime",
            "net", "os", "path", "plugin", "reflect", "regexp", "runtime", "slices", "sort", "strconv", "strings",
            "structs", "sync", "syscall", "testing", "text", "time", "type:", "unicode", "unique", "unsafe", "vendor",
            "weak");
    /// Hosts on which a repository has an owner and a name.
    private static final Set<String> TWO_PARTS = Set.of("github.com", "gitlab.com", "bitbucket.org", "codeberg.org",
            "gitee.com", "gitea.com", "golang.org", "google.golang.org");

    private Packages() {
    }

    /// The import path of a function's package: `net/http` for `net/http.(*conn).serve`.
    public static String of(String function) {
        int dot = function.indexOf('.', function.lastIndexOf('/', bracket(function)) + 1);
        return unescaped(dot < 0 ? function : function.substring(0, dot));
    }

    /// Dots in the last part of a path are written as `%2e` in function names.
    private static String unescaped(String path) {
        return path.contains("%2e") ? path.replace("%2e", ".") : path;
    }

    /// Type arguments may hold slashes of their own.
    private static int bracket(String function) {
        int at = function.indexOf('[');
        return at < 0 ? function.length() : at;
    }

    /// The first part of a path: `net` for `net/http`.
    static String first(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    static boolean isRuntime(String path) {
        return path.isEmpty() || path.equals("runtime") || path.startsWith("runtime/internal")
                || path.startsWith("internal/runtime");
    }

    static boolean isStandard(String path) {
        return STANDARD.contains(first(path));
    }

    /// Whether the import path of a function is one of the runtime or the standard library.
    public static boolean isOfGo(String function) {
        String path = of(function);
        return isRuntime(path) || isStandard(path);
    }

    /// What the import path and the file of a frame tell by themselves: the runtime's, the standard library's, a library's by
    /// where its file lies, and [Owner#UNKNOWN] else, also for package main.
    public static Owner kind(Frame frame) {
        String path = of(frame.function());
        if (isRuntime(path)) {
            return Owner.RUNTIME;
        }
        if (isStandard(path)) {
            return Owner.STANDARD;
        }
        return !path.equals("main") && inLibraryFolder(frame, path) ? Owner.LIBRARY : Owner.UNKNOWN;
    }

    /// Whether the place of a file says that it belongs to a library.
    static boolean inLibraryFolder(Frame frame, String path) {
        String file = frame.file();
        return first(path).endsWith("golang.org") || path.contains("/vendor/") || file.contains("/vendor/")
                || file.contains("/pkg/mod/") || file.contains("@v");
    }

    /// Whether a path can be fetched from somewhere: its first part is a host.
    static boolean isRemote(String path) {
        return first(path).indexOf('.') >= 0;
    }

    /// The part of a remote path that names the repository: `github.com/a/b` for `github.com/a/b/cmd/c`.
    static String repository(String path) {
        int parts = TWO_PARTS.contains(first(path)) ? 3 : 2;
        int end = -1;
        for (int i = 0; i < parts; i++) {
            int slash = path.indexOf('/', end + 1);
            if (slash < 0) {
                return path;
            }
            end = slash;
        }
        return path.substring(0, end);
    }

    /// Whether a path is another one or lies below it.
    static boolean within(String path, String root) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }
}
