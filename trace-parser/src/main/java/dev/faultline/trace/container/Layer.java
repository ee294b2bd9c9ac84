package dev.faultline.trace.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/// What stands around a trace, told by the first bytes and never by the name.
enum Layer {
    NONE(""), //
    GZIP(CompressorStreamFactory.GZIP), //
    ZSTD(CompressorStreamFactory.ZSTANDARD), //
    XZ(CompressorStreamFactory.XZ), //
    BZIP2(CompressorStreamFactory.BZIP2), //
    TAR(ArchiveStreamFactory.TAR), //
    ZIP(ArchiveStreamFactory.ZIP), //
    /// An archive that we know by sight but do not open.
    FOREIGN("");

    private static final Set<String> COMPRESSIONS = Set.of(GZIP.id, ZSTD.id, XZ.id, BZIP2.id);

    private final String id;

    Layer(String id) {
        this.id = id;
    }

    /// The name that Commons Compress and people know it by.
    String id() {
        return id;
    }

    boolean isArchive() {
        return this == TAR || this == ZIP;
    }

    /// Looks at the first bytes of a stream that supports marks, and leaves it where it was.
    static Layer of(InputStream in) throws IOException {
        if (HeaderSearch.startsHere(in)) {
            return NONE;
        }
        Layer compression = compression(in);
        return compression == NONE ? archive(in) : compression;
    }

    private static Layer compression(InputStream in) {
        try {
            String id = CompressorStreamFactory.detect(in);
            return COMPRESSIONS.contains(id) ? byId(id) : NONE;
        } catch (CompressorException | IllegalArgumentException notCompressed) {
            return NONE;
        }
    }

    private static Layer archive(InputStream in) {
        try {
            return byId(ArchiveStreamFactory.detect(in));
        } catch (ArchiveException | IllegalArgumentException notAnArchive) {
            return NONE;
        }
    }

    private static Layer byId(String id) {
        for (Layer l : values()) {
            if (l.id.equals(id)) {
                return l;
            }
        }
        return ArchiveStreamFactory.JAR.equals(id) ? ZIP : FOREIGN;
    }
}
