package dev.faultline.views.graphics;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Formats of picture files.
public enum PictureKind {
    /// Pixels, two for each px of the view.
    PNG,
    /// Vectors; texts stay texts.
    SVG,
    /// One page of vectors, as large as the view.
    PDF;

    /// The ending of its files, without the dot.
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The format that the name of a file asks for, if it is one of these.
    public static Optional<PictureKind> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> name.endsWith("." + kind.ending())).findFirst();
    }
}
