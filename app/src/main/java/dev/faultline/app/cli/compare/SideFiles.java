package dev.faultline.app.cli.compare;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files of one side: a file, all files below a folder, or those that a pattern names.
record SideFiles(List<String> files, boolean several) {
    /// @param given as the user wrote it
    /// @throws IOException when there is none; the message names it
    static SideFiles of(String given) throws IOException {
        if (given.equals("-")) {
            return new SideFiles(List.of(given), false);
        }
        Path path;
        try {
            path = Path.of(given);
        } catch (InvalidPathException e) {
            throw none(given, "no such file or folder");
        }
        if (Files.isDirectory(path)) {
            return below(path);
        }
        return Files.exists(path) || !isPattern(given) ? new SideFiles(List.of(given), false) : matching(path);
    }

    private static IOException none(String given, String reason) {
        return new IOException(given + ": " + reason);
    }

    private static boolean isPattern(String given) {
        return given.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
    }

    private static SideFiles below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> files = all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
            if (files.isEmpty()) {
                throw none(folder.toString(), "no files in this folder");
            }
            return new SideFiles(files, true);
        }
    }

    /// Only the last part of a path is a pattern.
    private static SideFiles matching(Path path) throws IOException {
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        List<String> files = new ArrayList<>();
        if (Files.isDirectory(folder.toAbsolutePath())) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, String.valueOf(path.getFileName()))) {
                all.forEach(file -> files.add(file.toString()));
            }
        }
        if (files.isEmpty()) {
            throw none(path.toString(), "no file matches");
        }
        files.sort(null);
        return new SideFiles(files, true);
    }
}
