package dev.faultline.app.ui.session;

import dev.faultline.app.config.Note;
import dev.faultline.app.config.NotesFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The notes on one open trace. Each change is written at once; notes on other traces of the same file stay as they are.
public final class Notes {
    private final String trace;
    private final NotesFile file;
    private final ObservableList<Note> list = FXCollections.observableArrayList();
    private final ObservableList<Note> view = FXCollections.unmodifiableObservableList(list);
    private String problem = "";

    /// @param trace its name
    Notes(String trace, NotesFile file) {
        this.trace = trace;
        this.file = file;
        try {
            file.load().stream().filter(note -> note.trace().equals(trace)).forEach(list::add);
        } catch (IOException e) {
            problem = "The notes on this trace cannot be read: " + e.getMessage()
                    + ". That file stays as it is; new notes go to your own folder.";
        }
    }

    /// In the order in which they were written, for watching.
    public ObservableList<Note> list() {
        return view;
    }

    /// Why notes that were there are not shown: one sentence, empty when nothing is wrong.
    public String problem() {
        return problem;
    }

    /// @param failed told why it could not be written; it stays in the list
    public void add(Note note, Consumer<IOException> failed) {
        list.add(note);
        save(failed);
    }

    /// Puts another in a note's place.
    ///
    /// @param at its place in the list
    public void replace(int at, Note note, Consumer<IOException> failed) {
        if (!list.get(at).equals(note)) {
            list.set(at, note);
            save(failed);
        }
    }

    /// @param at its place in the list
    public void remove(int at, Consumer<IOException> failed) {
        list.remove(at);
        save(failed);
    }

    private void save(Consumer<IOException> failed) {
        try {
            List<Note> all = new ArrayList<>();
            if (problem.isEmpty()) {
                file.load().stream().filter(note -> !note.trace().equals(trace)).forEach(all::add);
            }
            all.addAll(list);
            file.save(all);
        } catch (IOException e) {
            failed.accept(e);
        }
    }
}
