package dev.faultline.app.cli;

import dev.faultline.trace.Trace;
import dev.faultline.trace.TraceReader;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Opens what the user named, with progress for people who watch.
final class Traces {
    private Traces() {
    }

    static Trace read(String file, Terminal terminal) throws IOException {
        try (ProgressLine.Watched watched = ProgressLine.on(terminal)) {
            return TraceReader.read(Path.of(file), watched.progress());
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(file);
        }
    }
}
