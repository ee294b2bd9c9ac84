package dev.faultline.app.cli.verb;

import dev.faultline.app.cli.output.OutputException;
import dev.faultline.app.cli.output.Terminal;
import dev.faultline.trace.Trace;
import dev.faultline.trace.container.NoTraceException;
import dev.faultline.trace.container.TraceSources;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The files that a user names, with all traces below the folders among them. Whatever is wrong with one does not end the work
/// on the others.
///
/// @param files as the user knows them
/// @param several whether there is more than one by the user's words: another file, or a folder
public record TraceFiles(List<Named> files, boolean several) {
    /// @param path as the user knows it
    /// @param found whether it was found in a folder: whether it is a trace is not known then
    public record Named(String path, boolean found) {
        /// What a trace of the file is called where there are several files: `traces/both.zip!/a.trace`.
        ///
        /// @param name as the trace has it: the last part of the path, and its place in an archive
        public String label(String name) {
            Path folder = path.equals(TraceSources.STANDARD_INPUT) ? null : Path.of(path).getParent();
            return path.endsWith(name) ? path : folder == null ? name : folder.resolve(name).toString();
        }
    }

    /// Looks into folders.
    ///
    /// @param named as the user gave them
    /// @throws IOException when a folder cannot be read, or has no trace
    public static TraceFiles of(List<String> named) throws IOException {
        List<Named> files = new ArrayList<>();
        boolean folders = false;
        for (String path : named) {
            if (isFolder(path)) {
                folders = true;
                files.addAll(below(Path.of(path)));
            } else {
                files.add(new Named(path, false));
            }
        }
        return new TraceFiles(files, folders || named.size() > 1);
    }

    private static boolean isFolder(String path) {
        try {
            return !path.equals(TraceSources.STANDARD_INPUT) && Files.isDirectory(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<Named> below(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        int[] others = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() || attributes.isSymbolicLink() && Files.isRegularFile(file)) {
                    if (TraceSources.mayHoldTraces(file)) {
                        all.add(file);
                    } else {
                        others[0]++;
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (all.isEmpty()) {
            throw new IOException("no traces below the folder " + folder + (others[0] == 0
                    ? ", which holds no files"
                    : " (files of other kinds: " + others[0] + ")"));
        }
        Collections.sort(all);
        return all.stream().map(file -> new Named(file.toString(), true)).toList();
    }

    /// Opens the traces of one file.
    ///
    /// @param failed told of each trace, or of the file, that cannot be used
    /// @param number of its first trace
    /// @return how many there are
    /// @throws OutputException when a result cannot be written
    public static int open(Named file, Terminal terminal, Traces.Use use, int number, Traces.Failed failed)
            throws OutputException {
        try {
            return new Traces(file.path(), terminal).forEach(use, number, failed);
        } catch (OutputException e) {
            throw e;
        } catch (NoTraceException e) {
            if (!file.found()) {
                failed.told(file.path(), e);
            }
            return 0;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failed.told(file.path(), e);
            return 1;
        }
    }

    /// A trace's label: its name where there is but one file.
    public String label(Named file, Trace trace) {
        return several ? file.label(trace.name()) : trace.name();
    }
}
