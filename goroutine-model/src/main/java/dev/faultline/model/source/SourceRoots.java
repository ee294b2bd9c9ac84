package dev.faultline.model.source;

import dev.faultline.trace.event.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Folders with the sources of a program: tells where the file of a frame lies below one of them. Only files that are there
/// count, so a frame of another version or of the standard library is not sent to a place that happens to be called alike.
///
/// Safe for use by several threads.
public final class SourceRoots {
    /// No folder: nothing is found.
    public static final SourceRoots NONE = new SourceRoots(List.of());

    private final List<Root> roots;
    private final Map<Path, String> modules = new ConcurrentHashMap<>();
    private final Map<Frame, Optional<Place>> found = new ConcurrentHashMap<>();

    /// A folder with sources.
    ///
    /// @param folder where they lie
    /// @param prefix what the paths of its files begin with in traces, such as `/build/shop` or `example.com/shop`; empty
    ///        when the folder's own path, its `go.mod` and the ends of paths tell
    public record Root(Path folder, String prefix) {}

    /// Where a file lies.
    ///
    /// @param root below which it lies
    /// @param file relative to the root's folder, with `/` between its parts
    public record Place(Root root, String file) {
        /// The file itself.
        public Path path() {
            return root.folder().resolve(file);
        }
    }

    /// @param roots in the order in which they are asked
    public SourceRoots(List<Root> roots) {
        this.roots = List.copyOf(roots);
    }

    /// Where the file of a frame lies: by the longest prefix that fits, by the folder's own path, by the module of its
    /// `go.mod`, or by the longest end of its path that is there.
    public Optional<Place> find(Frame frame) {
        return roots.isEmpty() || frame.file().isEmpty()
                ? Optional.empty()
                : found.computeIfAbsent(frame, this::look);
    }

    private Optional<Place> look(Frame frame) {
        String file = frame.file().replace('\\', '/');
        Stream<Optional<Place>> prefixed = roots.stream()
                .filter(root -> !root.prefix().isEmpty() && file.startsWith(root.prefix()))
                .sorted(Comparator.comparingInt((Root root) -> root.prefix().length()).reversed())
                .map(root -> there(root, file.substring(root.prefix().length())));
        Stream<Optional<Place>> plain = roots.stream().filter(root -> root.prefix().isEmpty())
                .map(root -> unprefixed(root, frame, file));
        return Stream.concat(prefixed, plain).flatMap(Optional::stream).findFirst();
    }

    private static boolean begins(String file, String prefix) {
        return !prefix.isEmpty() && file.startsWith(prefix)
                && (prefix.endsWith("/") || file.length() > prefix.length() && file.charAt(prefix.length()) == '/');
    }

    private Optional<Place> unprefixed(Root root, Frame frame, String file) {
        String own = root.folder().toAbsolutePath().normalize().toString().replace('\\', '/');
        if (begins(file, own)) {
            return there(root, file.substring(own.length()));
        }
        String module = modules.computeIfAbsent(root.folder(), SourceRoots::module);
        return byModule(root, module, frame, file).or(() -> byEnd(root, module, frame, file));
    }

    /// Paths of builds with `-trimpath` begin with the module; else the function's package does.
    private static Optional<Place> byModule(Root root, String module, Frame frame, String file) {
        if (module.isEmpty()) {
            return Optional.empty();
        }
        if (begins(file, module)) {
            return there(root, file.substring(module.length()));
        }
        String name = file.substring(file.lastIndexOf('/') + 1);
        String path = packageOf(frame.function());
        return path.equals(module)
                ? there(root, name)
                : begins(path, module) ? there(root, path.substring(module.length()) + "/" + name) : Optional.empty();
    }

    /// The longest end of a path that is there. A file without a folder may be any program's, and is believed of package main
    /// only; a package of another host is not looked for where a module is known.
    private static Optional<Place> byEnd(Root root, String module, Frame frame, String file) {
        String path = packageOf(frame.function());
        boolean main = path.equals("main");
        if (!main && (!module.isEmpty() || !path.contains("."))) {
            return Optional.empty();
        }
        for (int from = file.indexOf('/'); from >= 0; from = file.indexOf('/', from + 1)) {
            String end = file.substring(from + 1);
            if (main || end.indexOf('/') >= 0) {
                Optional<Place> there = there(root, end);
                if (there.isPresent()) {
                    return there;
                }
            }
        }
        return main && file.indexOf('/') < 0 ? there(root, file) : Optional.empty();
    }

    /// The import path of a function's package.
    private static String packageOf(String function) {
        int brackets = function.indexOf('[');
        String plain = brackets < 0 ? function : function.substring(0, brackets);
        int dot = plain.indexOf('.', plain.lastIndexOf('/') + 1);
        return dot < 0 ? plain : plain.substring(0, dot);
    }

    private static Optional<Place> there(Root root, String rest) {
        try {
            Path folder = root.folder().normalize();
            Path file = folder.resolve(rest.substring(leadingSlashes(rest))).normalize();
            // a path of a trace may try to climb out of the folder
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return Optional.of(new Place(root, folder.relativize(file).toString().replace('\\', '/')));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static int leadingSlashes(String text) {
        int n = 0;
        while (n < text.length() && text.charAt(n) == '/') {
            n++;
        }
        return n;
    }

    private static String module(Path folder) {
        Path file = folder.resolve("go.mod");
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.map(String::strip).filter(line -> line.startsWith("module ")).findFirst()
                    .map(line -> line.substring("module ".length()).strip().replace("\"", "")).orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
