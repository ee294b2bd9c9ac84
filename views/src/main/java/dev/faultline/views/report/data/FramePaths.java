package dev.faultline.views.report.data;

import dev.faultline.model.source.SourceRoots;
import dev.faultline.trace.event.Frame;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which files of a repository frames are in, as code hosts know them: relative to the folder in which the program was
/// started, where the sources lie below it, else relative to the folder of the sources.
///
/// @param roots where sources lie
/// @param start folder in which the program was started, null when that says nothing
public record FramePaths(SourceRoots roots, @Nullable Path start) {
    /// No sources.
    public static final FramePaths NONE = below(SourceRoots.NONE);

    /// Files relative to the folders of the sources.
    public static FramePaths below(SourceRoots roots) {
        return new FramePaths(roots, null);
    }

    /// The file of a frame with `/` between its parts, if its sources are there.
    public Optional<String> of(Frame frame) {
        return roots.find(frame).map(place -> {
            if (start == null) {
                return place.file();
            }
            Path from = start.toAbsolutePath().normalize();
            Path file = place.path().toAbsolutePath().normalize();
            return file.startsWith(from) ? from.relativize(file).toString().replace('\\', '/') : place.file();
        });
    }
}
