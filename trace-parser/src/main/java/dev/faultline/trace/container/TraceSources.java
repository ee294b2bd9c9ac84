package dev.faultline.trace.container;

import dev.faultline.trace.disk.FileStamp;
import dev.faultline.trace.format.Place;
import dev.faultline.trace.format.TraceFormatException;
import dev.faultline.trace.progress.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Opens what the user names: a file, a packed file, an archive, one trace of an archive, or `-` for standard input.
public final class TraceSources {
    /// Stands for standard input.
    public static final String STANDARD_INPUT = "-";

    private TraceSources() {
    }

    /// All traces in `path`, at least one, in the order of the file. A plain file is mapped, everything else unpacked.
    /// `archive.zip!/inner.trace` names one trace of an archive.
    ///
    /// @throws TraceFormatException when an archive holds no trace
    /// @throws UnpackLimitException when unpacking passes a limit
    /// @throws IOException when the file cannot be read
    public static List<TraceSource> open(Path path, Limits limits) throws IOException {
        if (path.toString().equals(STANDARD_INPUT)) {
            return unpack("standard input", System.in, limits, Wanted.ALL);
        }
        if (Files.isDirectory(path)) {
            throw new TraceFormatException(Place.at(0), "a trace or an archive", "the folder " + path);
        }
        if (!Files.exists(path)) {
            return openInner(path, limits);
        }
        return open(path, limits, Wanted.ALL);
    }

    /// The same for somebody who watches: unpacking tells how far it is and stops when it is asked to.
    ///
    /// @throws java.util.concurrent.CancellationException when `progress` says so
    public static List<TraceSource> open(Path path, Limits limits, Progress progress) throws IOException {
        List<TraceSource> traces;
        try {
            traces = Files.isRegularFile(path)
                    ? open(path, limits, Wanted.ALL, in -> new WatchedStream(in, Files.size(path), progress))
                    : open(path, limits);
        } catch (IOException | RuntimeException e) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            throw e;
        }
        if (progress.cancelled()) {
            traces.forEach(TraceSource::close);
            throw new CancellationException();
        }
        return traces;
    }

    /// Whether a file begins as a trace, packed or not, or is an archive that may hold some. What cannot be looked into may: the
    /// reader says best what is wrong with it.
    public static boolean mayHoldTraces(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Unpacker.mayHoldTraces(in);
        } catch (IOException e) {
            return true;
        }
    }

    /// Puts itself between the file and whoever reads it.
    @FunctionalInterface
    private interface Between {
        InputStream wrap(InputStream in) throws IOException;
    }

    private static List<TraceSource> openInner(Path path, Limits limits) throws IOException {
        String text = path.toString().replace('\\', '/');
        for (int at = text.indexOf(Wanted.INNER); at > 0; at = text.indexOf(Wanted.INNER, at + 1)) {
            Path outer = Path.of(text.substring(0, at));
            if (Files.isRegularFile(outer)) {
                return open(outer, limits, new Wanted(outer.getFileName() + text.substring(at)));
            }
        }
        throw new NoSuchFileException(path.toString());
    }

    private static List<TraceSource> open(Path file, Limits limits, Wanted wanted) throws IOException {
        return open(file, limits, wanted, in -> in);
    }

    private static List<TraceSource> open(Path file, Limits limits, Wanted wanted, Between between)
            throws IOException {
        String name = file.getFileName().toString();
        try (InputStream in = between.wrap(Files.newInputStream(file))) {
            if (!Files.isRegularFile(file)) {
                return unpack(name, in, limits, wanted);
            }
            BufferedInputStream head = new BufferedInputStream(in);
            if (Layer.of(head) != Layer.NONE || Mangling.of(head).isPresent()) {
                return unpack(name, head, limits, wanted);
            }
            List<TraceSource> traces = Concatenation.split(map(file, name), wanted);
            if (traces.isEmpty()) {
                throw new NoSuchFileException(file.toString(), null, "it holds no trace named " + wanted.name());
            }
            return traces;
        }
    }

    private static List<TraceSource> unpack(String name, InputStream in, Limits limits, Wanted wanted)
            throws IOException {
        Unpacker unpacker = new Unpacker(limits, wanted);
        List<TraceSource> traces = new ArrayList<>();
        for (TraceSource source : unpacker.unpack(name, in)) {
            traces.addAll(Concatenation.split(source, wanted));
        }
        if (traces.isEmpty()) {
            String why = unpacker.notices().isEmpty() ? "" : ": " + String.join("; ", unpacker.notices());
            throw new NoTraceException("none among the " + unpacker.entriesSeen() + " entries of " + name + why);
        }
        return traces;
    }

    private static TraceSource map(Path file, String name) throws IOException {
        Arena arena = Arena.ofShared();
        FileStamp stamp = FileStamp.of(file);
        try (FileChannel channel = FileChannel.open(file)) {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new TraceSource(name, bytes, List.of(), true, arena::close, stamp);
        } catch (IOException | RuntimeException | Error e) {
            arena.close();
            throw e;
        }
    }
}
