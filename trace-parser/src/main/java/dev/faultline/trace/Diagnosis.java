package dev.faultline.trace;

import dev.faultline.trace.format.Loss;
import dev.faultline.trace.wire.TraceFile;
import java.util.List;

/// Says in one sentence what most likely happened to a damaged file.
final class Diagnosis {
    private static final int SHOWN = 60;
    private static final int SEARCHED = 64 << 10;
    /// So many bytes, nearly all of them text, are no accident.
    private static final int LEAST_TEXT = 8;
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

    /// The sentence, empty when nothing happened.
    ///
    /// @param losses what could not be read
    /// @param foreign stretches that stood inside of sound data, as offset and length
    static String of(TraceFile file, List<Loss> losses, List<long[]> foreign, End end) {
        for (long[] stretch : foreign) {
            if (isText(file, stretch[0], stretch[1])) {
                return textMixedIn(file, stretch[0], stretch[1]);
            }
        }
        for (Loss loss : losses) {
            long at = lineIn(file, loss.place().offset(), Math.min(loss.bytes(), SEARCHED));
            if (at >= 0) {
                return textMixedIn(file, at, SHOWN);
            }
        }
        boolean inside = losses.stream().anyMatch(l -> l.place().offset() + l.bytes() < file.size());
        if (!inside && end == End.CUT) {
            return "likely cause: the file was cut, a download broke off, or it is still being written";
        }
        if (!inside && end == End.EARLY) {
            return "likely cause: the program ended without trace.Stop, died, or is still running";
        }
        return losses.isEmpty() ? "" : "likely cause: bytes of the file were changed";
    }

    /// Offset of a line of text in a stretch, -1 when there is none. The texts of a trace hardly ever end a line.
    private static long lineIn(TraceFile file, long offset, long length) {
        long run = 0;
        for (long i = offset; i < offset + length; i++) {
            int b = file.at(i);
            if (b == '\n' && run >= LEAST_TEXT) {
                return i - run;
            }
            run = isPrintable(b) ? run + 1 : 0;
        }
        return -1;
    }

    private static boolean isPrintable(int b) {
        return b >= ' ' && b <= '~';
    }

    private static boolean isText(TraceFile file, long offset, long length) {
        long text = 0;
        for (long i = 0; i < length; i++) {
            int b = file.at(offset + i);
            text += isPrintable(b) || b == '\n' || b == '\r' || b == '\t' ? 1 : 0;
        }
        return length >= LEAST_TEXT && text >= TEXT_SHARE * length;
    }

    private static String textMixedIn(TraceFile file, long offset, long length) {
        StringBuilder text = new StringBuilder();
        for (long i = 0; i < Math.min(length, SHOWN); i++) {
            int b = file.at(offset + i);
            if (b == '\n') {
                break;
            }
            text.append(isPrintable(b) ? (char) b : ' ');
        }
        return "likely cause: text was written into the trace, such as \"" + text.toString().strip()
                + "\"; the program prints to where the trace goes";
    }
}
