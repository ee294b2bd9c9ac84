package dev.faultline.trace;

import dev.faultline.trace.format.ByteRange;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.wire.TextBytes;
import dev.faultline.trace.wire.TraceFile;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What most likely happened to a damaged file: see [dev.faultline.trace.format.ReadReport#likelyCause].
final class Diagnosis {
    private static final int SHOWN = 60;
    private static final int SEARCHED = 64 << 10;
    /// Bytes around a loss that a line which brought it about may reach into.
    private static final int AROUND = 160;
    /// So many bytes of text before the end of a line are no accident: by chance they stand in one of 100,000 places.
    private static final int LEAST_TEXT = 5;
    /// The same where more bytes are searched than [#FEW].
    private static final int LEAST_TEXT_OF_MANY = 8;
    private static final int FEW = 2048;
    private static final double TEXT_SHARE = 0.9;

    /// How a trace ends.
    enum End {
        /// As it should.
        PROPER,
        /// Between two batches, but more should come.
        EARLY,
        /// In the middle of something.
        CUT
    }

    private Diagnosis() {
    }

    /// The sentence, empty when nothing happened or nothing points to a cause.
    ///
    /// @param losses what could not be read
    /// @param foreign stretches that stood inside of sound data
    static String of(TraceFile file, List<Loss> losses, List<ByteRange> foreign, End end) {
        for (ByteRange stretch : foreign) {
            if (isText(file, stretch)) {
                return textMixedIn(file, stretch.offset(), stretch.length());
            }
        }
        for (Loss loss : losses) {
            long from = Math.max(file.body(), loss.place().offset() - AROUND);
            long at = lineIn(file, from, Math.min(loss.bytes(), SEARCHED) + 2 * AROUND);
            if (at >= 0) {
                return textMixedIn(file, at, SHOWN);
            }
        }
        boolean inside = losses.stream()
                .anyMatch(l -> l.bytes() > 0 && l.place().offset() + l.bytes() < file.size());
        if (!inside && end == End.CUT) {
            return "the file was truncated, its download was interrupted, or it is still being written";
        }
        if (!inside && end == End.EARLY) {
            return "the program exited without trace.Stop, crashed, or is still running";
        }
        if (losses.isEmpty() && !foreign.isEmpty()) {
            return "part of the file was written twice, for example by a copy that was resumed";
        }
        if (!losses.isEmpty() && losses.stream().allMatch(l -> l.bytes() == 0)) {
            return "bytes of the file were changed, or the program's tracer wrote them incorrectly";
        }
        return losses.isEmpty() ? "" : "bytes of the file were changed";
    }

    /// Offset of a line of text in a stretch, -1 when there is none. The texts of a trace hardly ever end a line.
    private static long lineIn(TraceFile file, long offset, long length) {
        int least = length > FEW ? LEAST_TEXT_OF_MANY : LEAST_TEXT;
        long run = 0;
        for (long i = offset; i < Math.min(offset + length, file.size()); i++) {
            int b = file.at(i);
            boolean ends = b == '\n' || b == '\r' && file.at(i + 1) == '\n';
            if (ends && run >= least) {
                return i - run;
            }
            run = TextBytes.isInLine(file.bytes(), i) || b == '\t' ? run + 1 : 0;
        }
        return -1;
    }

    private static boolean isText(TraceFile file, ByteRange stretch) {
        long text = 0;
        for (long i = 0; i < stretch.length(); i++) {
            text += TextBytes.isText(file.bytes(), stretch.offset() + i) ? 1 : 0;
        }
        return stretch.length() >= LEAST_TEXT && text >= TEXT_SHARE * stretch.length();
    }

    private static String textMixedIn(TraceFile file, long offset, long length) {
        int size = 0;
        while (size < Math.min(length, SHOWN) && file.at(offset + size) != '\n' && file.at(offset + size) >= 0) {
            size++;
        }
        byte[] line = file.bytes().asSlice(offset, size).toArray(ValueLayout.JAVA_BYTE);
        String text = new String(line, StandardCharsets.UTF_8).replaceAll("\\p{Cc}", " ").strip();
        return "text was written into the trace, such as \"" + text
                + "\"; the program writes its output to the same file as the trace";
    }
}
