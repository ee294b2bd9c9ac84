package dev.faultline.app.ui.part;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.work.Background;
import dev.faultline.model.words.Units;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// What tables of a trace do with their rows.
///
/// @param session the trace
/// @param actions asks for files and says what was done
public record TableHost(Session session, WindowActions actions) {
    /// What lies around the time of a thing that is zoomed to, as a share of it.
    private static final double MARGIN = 0.5;
    /// More rows are copied in the background.
    private static final int AT_ONCE = 2_000;

    /// A row is selected: the details tell of it.
    void select(Thing thing) {
        session.selection().select(thing);
    }

    /// Shows a thing in the timeline, zoomed to its time.
    void open(Thing thing) {
        new Question<Optional<TimeRange>>(session, "time of a row")
                .ask(() -> Optional.ofNullable(thing.time(session.model())), time -> {
                    time.ifPresent(range -> session.viewport().show(range.padded(MARGIN)));
                    session.jump(new Jump.ToThing(thing));
                });
    }

    /// Copies rows, tab-separated.
    void copy(TableText text, int[] places, boolean titles) {
        if (places.length <= AT_ONCE) {
            copied(text.tabs(places, titles, () -> false), places.length);
            return;
        }
        actions.say("Copying " + Units.count(places.length, "row") + "…");
        session.attach(Background.start("copy a table", job -> text.tabs(places, titles, job::cancelled),
                new Background.Outcome<>(all -> copied(all, places.length),
                        error -> actions.warn("The table could not be copied: " + error.getMessage()), () -> {})));
    }

    private void copied(String text, int rows) {
        SystemClipboard.put(text);
        actions.say("Copied " + Units.count(rows, "row") + ".");
    }

    /// Asks where, then saves rows as CSV while the window goes on.
    ///
    /// @param name of the table
    void save(TableText text, int[] places, String name) {
        actions.chooseTable(session, name).ifPresent(file -> {
            actions.say("Saving " + file.getFileName() + "…");
            session.attach(Background.<Path>start("save a table", job -> {
                text.csv(file, places, job::cancelled);
                return file;
            }, new Background.Outcome<>(
                    done -> actions.say("Saved " + Units.count(places.length, "row") + " to " + done + "."),
                    error -> actions.warn("The table could not be saved: " + error.getMessage()), () -> {})));
        });
    }

    /// A table with its filter.
    ///
    /// @param name what it lists, such as `Goroutines`
    /// @param size number of rows
    public TablePane table(String name, int size, List<Column> columns, TableRows rows) {
        return new TablePane(this, new TableContents(name, size, columns, rows));
    }

    /// A table without a filter.
    public Node plain(String name, int size, List<Column> columns, TableRows rows, String sortedBy) {
        return new DenseTable(this, new TableContents(name, size, columns, rows)).sortedBy(sortedBy).node();
    }

    /// A table as high as its rows need, without a filter.
    ///
    /// @param most it is at most as high as so many rows
    public Node compact(String name, int size, List<Column> columns, TableRows rows, String sortedBy, int most) {
        return new DenseTable(this, new TableContents(name, size, columns, rows)).sortedBy(sortedBy).compact(most)
                .node();
    }
}
