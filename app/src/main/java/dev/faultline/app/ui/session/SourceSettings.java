package dev.faultline.app.ui.session;

import dev.faultline.model.source.SourceRoots;
import dev.faultline.trace.event.Frame;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Where the sources of traced programs lie on this machine, and the editor that opens them.
public final class SourceSettings {
    private static final String EDITOR = "editor";
    private static final String SOURCES = "sources";

    private final Runnable changed;
    private String editor = "";
    private List<Mapping> mappings = List.of();

    /// Files whose paths begin with a text lie in a folder.
    ///
    /// @param from begin of the path in the trace, such as `/build/` or `example.com/shop/`; empty when the folder's own
    ///     path, its `go.mod` and the ends of paths tell
    /// @param to folder here
    public record Mapping(String from, String to) {}

    /// A known editor.
    ///
    /// @param name as people call it
    /// @param command with `{file}` and `{line}`
    public record Editor(String name, String command) {}

    /// Editors that need no explanation.
    public static final List<Editor> EDITORS = List.of(new Editor("VS Code", "code --goto {file}:{line}"),
            new Editor("GoLand", "goland --line {line} {file}"),
            new Editor("vim in a terminal", "x-terminal-emulator -e vim +{line} {file}"));

    SourceSettings(Runnable changed) {
        this.changed = changed;
    }

    /// The command of the editor with `{file}` and `{line}`, empty while none was chosen.
    public String editor() {
        return editor;
    }

    public List<Mapping> mappings() {
        return mappings;
    }

    /// @param command of the editor, with `{file}` and `{line}`
    public void set(String command, List<Mapping> next) {
        editor = command.strip();
        mappings = next.stream().filter(mapping -> !mapping.to().isBlank()).toList();
        changed.run();
    }

    /// The folders of the mappings.
    public SourceRoots roots() {
        return new SourceRoots(mappings.stream().flatMap(SourceSettings::root).toList());
    }

    private static Stream<SourceRoots.Root> root(Mapping mapping) {
        try {
            return Stream.of(new SourceRoots.Root(Path.of(mapping.to()), mapping.from()));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    /// The file of a frame, if it is on this machine: in a folder of the mappings, or where the trace says.
    public Optional<Path> find(Frame frame) {
        return Stream.concat(roots().find(frame).map(SourceRoots.Place::path).stream(), there(frame.file()))
                .findFirst();
    }

    private static Stream<Path> there(String name) {
        try {
            Path path = Path.of(name);
            return path.isAbsolute() && Files.isRegularFile(path) ? Stream.of(path.normalize()) : Stream.empty();
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    /// The editor's command for a line of a file, word by word; words in quotes stay together.
    public List<String> command(Path file, int line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        for (char c : (editor + " ").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString().replace("{file}", file.toString()).replace("{line}",
                            Integer.toString(Math.max(1, line))));
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        return words;
    }

    void load(Properties values) {
        editor = values.getProperty(EDITOR, "");
        var found = new ArrayList<Mapping>();
        for (int i = 0; values.getProperty(SOURCES + "." + i + ".from") instanceof String from; i++) {
            found.add(new Mapping(from, values.getProperty(SOURCES + "." + i + ".to", "")));
        }
        mappings = List.copyOf(found);
    }

    void save(Properties values) {
        values.stringPropertyNames().stream().filter(name -> name.startsWith(SOURCES + ".")).forEach(values::remove);
        values.setProperty(EDITOR, editor);
        for (int i = 0; i < mappings.size(); i++) {
            values.setProperty(SOURCES + "." + i + ".from", mappings.get(i).from());
            values.setProperty(SOURCES + "." + i + ".to", mappings.get(i).to());
        }
    }
}
