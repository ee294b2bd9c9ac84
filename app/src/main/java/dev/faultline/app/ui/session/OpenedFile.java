package dev.faultline.app.ui.session;

import java.util.List;

/// The traces of a file: one, or as many as an archive holds. Closing frees the memory of all.
///
/// @param traces at least one
public record OpenedFile(List<Opened> traces) implements AutoCloseable {
    public OpenedFile {
        traces = List.copyOf(traces);
    }

    @Override
    public void close() {
        traces.forEach(Opened::close);
    }
}
