package dev.faultline.trace.container;

import dev.faultline.trace.format.TraceHeader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.input.ReaderInputStream;

/// What programs on the way do to the bytes of a trace that they take for text, and how it is undone. Told by the first
/// bytes.
enum Mangling {
    /// Each line feed became a carriage return and a line feed.
    LINE_ENDS("line feeds had become carriage returns with line feeds, as a terminal does it (kubectl exec -t); undone"),
    /// Each byte became a character of two bytes.
    UTF_16("the file was written as UTF-16 text, as the > of PowerShell does it; undone, but curl -o or cmd /c is safer"),
    /// Written in letters, digits, + and /.
    BASE_64("the file was written in Base64; undone"),
    /// Still in the pieces of an HTTP response.
    CHUNKED("the file was an HTTP response in chunks; they were put together");

    /// So many bytes tell.
    static final int SEEN = 4096;
    private static final int LEAST_LINES = 3;
    private static final String START = "go 1.";
    /// Of a packed file, whatever packed it: the first letters in Base64.
    private static final List<String> BASE_64_STARTS = List.of("Z28gMS4", "H4sI");
    /// Pages that consoles use, those with the fewest characters first.
    private static final List<String> PAGES = List.of("ISO-8859-1", "windows-1252", "IBM437", "IBM850");

    private final String notice;

    Mangling(String notice) {
        this.notice = notice;
    }

    /// A sentence for who reads the trace.
    String notice() {
        return notice;
    }

    /// Looks at the first bytes of a stream, and leaves it where it was. Its buffer must hold [#SEEN] bytes.
    static Optional<Mangling> of(BufferedInputStream in) throws IOException {
        byte[] head = head(in);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (HeaderSearch.minorAt(MemorySegment.ofArray(head), 0) >= 0) {
            return onlyPairs(head) ? Optional.of(LINE_ENDS) : Optional.empty();
        }
        if (utf16(head).isPresent()) {
            return Optional.of(UTF_16);
        }
        if (BASE_64_STARTS.stream().anyMatch(text::startsWith) && text.chars().limit(64).allMatch(Mangling::isBase64)) {
            return Optional.of(BASE_64);
        }
        return ChunkedBody.startsIn(text, START) ? Optional.of(CHUNKED) : Optional.empty();
    }

    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(SEEN);
        byte[] head = in.readNBytes(SEEN);
        in.reset();
        return head;
    }

    /// Whether there are line feeds, and a carriage return before each.
    private static boolean onlyPairs(byte[] head) {
        int lines = 0;
        for (int i = TraceHeader.SIZE; i < head.length; i++) {
            if (head[i] == '\n') {
                if (head[i - 1] != '\r') {
                    return false;
                }
                lines++;
            }
        }
        return lines >= LEAST_LINES;
    }

    private static boolean isBase64(int c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=' || c == '\r' || c == '\n';
    }

    /// The encoding of a text that begins as a trace does.
    private static Optional<Charset> utf16(byte[] head) {
        return Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .filter(set -> withoutMark(new String(head, set)).startsWith(START)).findFirst();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// The bytes as they were.
    ///
    /// @throws IOException when they cannot be had back
    InputStream undo(BufferedInputStream in) throws IOException {
        return switch (this) {
            case LINE_ENDS -> new UnixLines(in);
            case UTF_16 -> narrowed(in);
            case BASE_64 -> Base64.getMimeDecoder().wrap(in);
            case CHUNKED -> new ChunkedBody(in);
        };
    }

    private static InputStream narrowed(BufferedInputStream in) throws IOException {
        byte[] head = head(in);
        Charset wide = utf16(head).orElseThrow();
        String text = new String(head, 0, head.length & ~1, wide);
        if (text.startsWith("\uFEFF")) {
            in.skipNBytes(2);
        }
        String first = withoutMark(text);
        CharsetEncoder page = PAGES.stream().filter(Charset::isSupported)
                .map(name -> Charset.forName(name).newEncoder())
                .filter(encoder -> encoder.canEncode(first)).findFirst()
                .orElseThrow(() -> new IOException(
                        "the file was written as UTF-16 text, as the > of PowerShell does it, and "
                                + "bytes were lost; fetch the trace again with curl -o, or redirect with cmd /c"));
        return ReaderInputStream.builder().setReader(new InputStreamReader(in, wide))
                .setCharsetEncoder(page.onUnmappableCharacter(CodingErrorAction.REPLACE)).get();
    }
}
