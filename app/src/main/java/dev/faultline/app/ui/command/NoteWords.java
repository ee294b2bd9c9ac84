package dev.faultline.app.ui.command;

import dev.faultline.app.config.Note;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.TraceModel;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.views.report.content.ReportNote;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.List;

/// Notes from what a window shows, and for the report.
public final class NoteWords {
    private NoteWords() {
        // functions only
    }

    /// A note without a text on what is shown.
    static Note here(Session session) {
        TimeRange range = session.viewport().asked();
        long origin = session.trace().originNs();
        Thing thing = session.selection().selected();
        long goroutine = thing instanceof Thing.Goroutine g ? session.model().goroutines().id(g.goroutine()) : 0;
        return new Note(session.title(), "", place(session.model(), thing, session), origin + range.fromNs(),
                origin + range.toNs(), goroutine);
    }

    private static String place(TraceModel model, Thing thing, Session session) {
        return switch (thing) {
            case Thing.Goroutine g -> Names.goroutineWithFunction(model, g.goroutine());
            case Thing.UserTask t -> "Task " + Names.task(t.task());
            case Thing.Processor p -> Names.proc(p.proc());
            default -> session.viewport().asked().equals(session.viewport().whole()) ? "Whole trace" : "Time";
        };
    }

    /// Flags for the ruler, one for each note on a part of the trace that is shown.
    public static List<Overlay.Flag> flags(Session session) {
        List<Note> all = session.notes().list();
        long from = session.trace().originNs();
        long duration = session.model().durationNs();
        List<Overlay.Flag> flags = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Note note = all.get(i);
            long at = note.fromNs() - from;
            boolean whole = note.goroutine() == 0 && at <= 0 && note.toNs() - from >= duration;
            if (!whole && at >= 0 && at <= duration) {
                flags.add(new Overlay.Flag(at, note.text().isBlank()
                        ? "Noted: " + note.place()
                        : note.text().lines().findFirst().orElse(""), i));
            }
        }
        return flags;
    }

    /// Those that can go into a report: the ones with a text within the time that it is about.
    static List<ReportNote> forReport(Session session) {
        long from = session.trace().originNs();
        long to = from + session.model().durationNs();
        return session.notes().list().stream()
                .filter(note -> !note.text().isBlank() && note.fromNs() <= to && note.toNs() >= from)
                .map(note -> new ReportNote(note.place(), Moments.WHOLE.fromTo(note.fromNs(), note.toNs()),
                        note.text()))
                .toList();
    }
}
