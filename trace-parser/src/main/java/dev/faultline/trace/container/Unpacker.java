package dev.faultline.trace.container;

import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.format.TraceHeader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/// Peels the layers off one stream and collects the traces that it finds. Archives are read as streams, front to back:
/// so a cut one gives the entries before the cut.
final class Unpacker {
    /// Room for the search of a header, and for what detection wants to see.
    private static final int PEEK = HeaderSearch.SEARCH_BYTES + TraceHeader.SIZE;

    /// All traces of a file together take no more memory.
    private static final long MEMORY_BYTES = 64L << 20;
    /// An entry of a zip that is stored without its size is held in memory if it is no larger than this share of the heap:
    /// its reader makes up to four copies.
    private static final int HELD_SHARE = 8;

    private final Budget budget;
    private final Wanted wanted;
    private final List<TraceSource> found = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private int entries;
    private long inMemory;

    Unpacker(Limits limits, Wanted wanted) {
        this.budget = new Budget(limits);
        this.wanted = wanted;
    }

    /// Unpacks everything in `in`. On failure all that was found so far is freed.
    List<TraceSource> unpack(String name, InputStream in) throws IOException {
        try {
            peel(name, buffered(budget.packed(in)), 0, false);
            for (int i = 0; i < found.size(); i++) {
                for (String notice : notices) {
                    found.set(i, found.get(i).damaged(notice));
                }
            }
            return found;
        } catch (IOException | RuntimeException | Error e) {
            found.forEach(TraceSource::close);
            throw e;
        }
    }

    /// Looks at the first bytes of a stream, through compression, too.
    static boolean mayHoldTraces(InputStream packed) throws IOException {
        BufferedInputStream in = buffered(packed);
        for (int depth = 0; depth < Limits.MAX_LAYERS; depth++) {
            Layer layer = Layer.of(in);
            if (layer == Layer.NONE || layer == Layer.FOREIGN) {
                return HeaderSearch.startsHere(in) || Mangling.of(in).isPresent();
            }
            if (layer.isArchive()) {
                return true;
            }
            in = buffered(decoder(layer, in));
        }
        return true;
    }

    int entriesSeen() {
        return entries;
    }

    List<String> notices() {
        return notices;
    }

    private void peel(String name, BufferedInputStream in, int depth, boolean inArchive) throws IOException {
        Optional<Mangling> mangled = Mangling.of(in);
        if (mangled.isPresent() && depth < Limits.MAX_LAYERS) {
            int before = found.size();
            peel(name, buffered(mangled.get().undo(in)), depth + 1, inArchive);
            found.subList(before, found.size()).replaceAll(source -> source.noting(mangled.get().notice(), true));
            return;
        }
        Layer layer = Layer.of(in);
        if (layer == Layer.NONE) {
            take(name, in, inArchive);
        } else if (layer == Layer.FOREIGN) {
            notices.add(name + " is an archive of a kind that is not opened (only tar and zip are)");
        } else if (depth >= Limits.MAX_LAYERS) {
            throw new UnpackLimitException(name + " is packed more than " + Limits.MAX_LAYERS + " times over");
        } else if (layer.isArchive()) {
            walk(name, layer, in, depth + 1);
        } else {
            Unbroken decoded = new Unbroken(budget.unpacked(decoder(layer, in)));
            peelDecoded(name, decoded, depth + 1, inArchive);
        }
    }

    /// Goes on inside of something; what is found there is told to be damaged if that is.
    private void peelDecoded(String name, Unbroken decoded, int depth, boolean inArchive) throws IOException {
        int before = found.size();
        peel(name, buffered(decoded), depth, inArchive);
        String damage = decoded.damage();
        if (damage != null) {
            found.subList(before, found.size()).replaceAll(source -> source.damaged(damage));
        }
    }

    /// Outside archives everything is taken for a trace: the reader says best what is wrong with it.
    private void take(String name, BufferedInputStream in, boolean inArchive) throws IOException {
        if (!inArchive || wanted.opens(name) && hasHeader(in)) {
            TraceSource source = Spool.drain(name, in, MEMORY_BYTES - inMemory);
            found.add(source);
            inMemory += Spool.inMemory(source, MEMORY_BYTES - inMemory);
        }
    }

    private void walk(String name, Layer layer, InputStream in, int depth) throws IOException {
        HeadLimit limited = new HeadLimit(in);
        // not closed: closing would read on to the end of the file
        ArchiveInputStream<?> archive = layer == Layer.TAR
                ? new TarArchiveInputStream(limited)
                : new ZipArchiveInputStream(limited, "UTF-8", true, true);
        for (ArchiveEntry entry = next(name, archive); entry != null; entry = next(name, archive)) {
            budget.entry();
            entries++;
            limited.allow(mostOf(entry));
            String inner = name + Wanted.INNER + entry.getName();
            if (entry.isDirectory()) {
                continue;
            }
            if (!archive.canReadEntryData(entry)) {
                notices.add(inner + " is encrypted or packed in a way that is not supported");
                continue;
            }
            peelEntry(inner, growsIn(entry) ? budget.unpacked(archive) : archive, depth);
            if (limited.passed()) {
                notices.add(inner + " is stored without its size, and too large to be held in memory");
            }
        }
    }

    /// Most bytes of the archive up to the end of the header of the entry behind this one.
    private static long mostOf(ArchiveEntry entry) {
        if (entry instanceof ZipArchiveEntry zip) {
            boolean held = zip.getMethod() == ZipEntry.STORED && zip.getGeneralPurposeBit().usesDataDescriptor();
            return held ? Runtime.getRuntime().maxMemory() / HELD_SHARE : Long.MAX_VALUE;
        }
        long most = entry.getSize() + HeadLimit.HEAD_BYTES;
        return most < 0 ? Long.MAX_VALUE : most;
    }

    /// Whether more may come out of an entry than the archive holds.
    private static boolean growsIn(ArchiveEntry entry) {
        return !(entry instanceof TarArchiveEntry tar) || tar.isSparse();
    }

    private void peelEntry(String name, InputStream entry, int depth) throws IOException {
        try {
            peelDecoded(name, new Unbroken(entry), depth, true);
        } catch (UnpackLimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            notices.add(name + " is damaged (" + Unbroken.reason(e) + ")");
        }
    }

    private @org.jspecify.annotations.Nullable ArchiveEntry next(String name, ArchiveInputStream<?> archive)
            throws IOException {
        try {
            return archive.getNextEntry();
        } catch (UnpackLimitException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            notices.add(name + " is damaged or cut (" + Unbroken.reason(e) + ")");
            return null;
        }
    }

    private static InputStream decoder(Layer layer, InputStream in) throws IOException {
        try {
            return new CompressorStreamFactory(true, Limits.DECODER_KIB).createCompressorInputStream(layer.id(), in);
        } catch (CompressorException | RuntimeException e) {
            Exception cause = e.getCause() instanceof IOException inner ? inner : e;
            if (cause instanceof UnpackLimitException limit) {
                throw limit;
            }
            throw new TraceFormatException(Place.at(0), "data packed by " + layer.id(),
                    "damage in its first bytes (" + Unbroken.reason(cause) + ")");
        } catch (LinkageError e) {
            throw new IOException(layer.id() + " cannot be unpacked on this platform: its native library is missing",
                    e);
        }
    }

    private static boolean hasHeader(BufferedInputStream in) throws IOException {
        in.mark(PEEK);
        byte[] head = in.readNBytes(PEEK);
        in.reset();
        return HeaderSearch.find(MemorySegment.ofArray(head)) != HeaderSearch.NOT_FOUND;
    }

    private static BufferedInputStream buffered(InputStream in) {
        return new BufferedInputStream(in, PEEK);
    }
}
