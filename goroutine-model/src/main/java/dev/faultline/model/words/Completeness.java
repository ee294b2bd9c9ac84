package dev.faultline.model.words;

import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ReadReport;
import java.util.ArrayList;
import java.util.List;

/// How much of a trace could be read, and what was lost.
public enum Completeness {
    /// The whole file was read and the trace ended properly.
    COMPLETE,
    /// Everything that is there was read, but the trace has no end.
    CUT_OFF,
    /// All bytes were read, but events contradict each other.
    CONTRADICTORY,
    /// Some bytes could not be read.
    DAMAGED;

    public static Completeness of(ReadReport report) {
        if (report.complete() && report.losses().isEmpty()) {
            return COMPLETE;
        }
        if (report.contradictory()) {
            return CONTRADICTORY;
        }
        return report.lostBytes() > 0 ? DAMAGED : CUT_OFF;
    }

    /// In two or three words: `complete`, `cut off`, `contradictory events`, `1.20 MB unreadable`.
    public static String label(ReadReport report) {
        return switch (of(report)) {
            case COMPLETE -> "complete";
            case CUT_OFF -> "cut off";
            case CONTRADICTORY -> "contradictory events";
            case DAMAGED -> Units.bytes(report.lostBytes()) + " unreadable";
        };
    }

    /// As a sentence.
    public static String sentence(ReadReport report) {
        return switch (of(report)) {
            case COMPLETE -> "The whole file was read and the trace ended properly.";
            case CUT_OFF -> "The trace was cut off: what happened after its last event is unknown.";
            case CONTRADICTORY -> "Some events of the trace contradict each other.";
            case DAMAGED -> Units.bytes(report.lostBytes()) + " of the file could not be read.";
        };
    }

    /// What else there is to say of reading: first the likely cause of damage, if there is one, then the notices.
    public static List<String> notes(ReadReport report) {
        List<String> notes = new ArrayList<>(report.notices());
        if (!report.likelyCause().isEmpty()) {
            notes.addFirst("likely cause: " + report.likelyCause());
        }
        return notes;
    }

    /// One loss: `1.20 MB unreadable at byte 4711, generation 3: …`, `events missing at byte 4711: …` where no bytes are
    /// lost.
    public static String line(Loss loss) {
        String what = loss.bytes() == 0 ? "events missing" : Units.bytes(loss.bytes()) + " unreadable";
        return what + " at " + loss.place() + ": " + loss.cause();
    }

    /// The first `most` losses, one a line, then how many more there are: `12 more places, 3.40 MB unreadable in total`.
    public static List<String> lines(ReadReport report, int most) {
        List<String> lines = new ArrayList<>();
        report.losses().stream().limit(most).forEach(loss -> lines.add(line(loss)));
        int more = report.losses().size() - most;
        if (more > 0) {
            lines.add(Units.count(more, "more place") + ", " + Units.bytes(report.lostBytes())
                    + " unreadable in total");
        }
        return lines;
    }
}
