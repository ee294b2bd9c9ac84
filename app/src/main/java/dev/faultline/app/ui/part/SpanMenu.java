package dev.faultline.app.ui.part;

import dev.faultline.app.ui.command.PathQuestion;
import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TableJump;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.app.ui.text.Details;
import dev.faultline.app.ui.text.Fact;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Units;
import dev.faultline.views.fx.MenuRequest;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import dev.faultline.views.timeline.row.Unfolder;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The context menu of the timeline.
public final class SpanMenu {
    private final Session session;
    private final WindowActions actions;
    private final TimelineView view;
    private final ContextMenu menu = new ContextMenu();

    public SpanMenu(Session session, WindowActions actions, TimelineView view) {
        this.session = session;
        this.actions = actions;
        this.view = view;
    }

    public void show(MenuRequest request) {
        menu.getItems().clear();
        Thing under = request.under();
        if (!(under instanceof Thing.None)) {
            thing(under);
        }
        if (view.path() != null) {
            item("Hide the critical path", () -> view.showPath(null));
        }
        if (under instanceof Thing.Goroutine span) {
            goroutine(span);
        } else if (under instanceof Thing.Several && under.row() instanceof Thing.Goroutine whole) {
            goroutine(whole);
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        item("Show the whole trace", session.viewport()::showWhole);
        item(view.options().runtimeShownProperty().get()
                ? "Hide GC and pauses over all rows"
                : "Show GC and pauses over all rows",
                () -> view.options().runtimeShownProperty().set(!view.options().runtimeShownProperty().get()));
        item("Show only from here on", () -> range(request.ns(), session.viewport().whole().toNs()));
        item("Show only up to here", () -> range(0, request.ns()));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().addAll(AxisMenu.items(session, view.options(), request.ns()));
        menu.show(view, request.screenX(), request.screenY());
    }

    private void thing(Thing under) {
        item(under instanceof Thing.Several several
                ? "Zoom to these " + Units.count(several.count(), "span")
                : "Zoom to it", () -> view.zoomTo(under));
        if (under.row() instanceof Thing.Goroutine || under instanceof Thing.UserTask) {
            item(session.viewport().selected() == null || under instanceof Thing.UserTask
                    ? "Critical path of it"
                    : "Critical path in the selected time", () -> {
                        session.selection().select(under);
                        actions.showPath();
                    });
        }
        if (under.row() instanceof Thing.Goroutine g) {
            item("Critical path of the goroutine's whole life",
                    () -> PathQuestion.life(session, g.goroutine()).ask(session));
        }
        Thing.Row row = under.row();
        if (row != null && Unfolder.unfolds(row)) {
            item("Unfold or fold its row", () -> view.unfold(row));
        }
        item("Copy details", () -> new Question<Optional<Details>>(session, "describe")
                .ask(() -> session.describe().of(under), details -> details.ifPresent(this::copy)));
    }

    private void copy(Details details) {
        SystemClipboard.put(text(details));
        actions.say("Copied.");
    }

    private void goroutine(Thing.Goroutine span) {
        menu.getItems().add(new SeparatorMenuItem());
        item("Go to waker", () -> {
            session.selection().select(span);
            actions.followWaker();
        });
        item("Go to creator", () -> {
            session.selection().select(span);
            actions.followCreator();
        });
        item("Go to the first goroutine that it woke", () -> {
            session.selection().select(span);
            actions.followWoken();
        });
        item("Go to the first goroutine that it created", () -> {
            session.selection().select(span);
            actions.followCreated();
        });
        item("Select the whole goroutine",
                () -> session.selection().select(new Thing.Goroutine(span.goroutine(), -1)));
        GoroutineGroup group = session.model().groups().get(session.model().goroutines().group(span.goroutine()));
        long id = session.model().goroutines().id(span.goroutine());
        item("Show only " + Names.goroutine(id), () -> session.jump(new Jump.ToFilter("id:" + id)));
        item("Show only it and whom it dealt with", () -> session.jump(new Jump.ToFilter("with:" + id)));
        item("Flame graph of it", () -> session.showFlame("id:" + id));
        item(span.span() < 0 ? "List its events" : "List the events of this span",
                () -> session.jump(
                        new TableJump(Tables.EVENTS, "(goroutine:" + id + " or about:G" + id + ")" + during(span))));
        if (!group.name().isEmpty()) {
            item("Show only " + group.name(), () -> session.jump(new Jump.ToFilter("fn:\"" + group.name() + "\"")));
        }
    }

    /// A filter of moments: those of a span, all of a whole goroutine.
    private String during(Thing.Goroutine span) {
        TimeRange time = span.time(session.model());
        return span.span() < 0 ? "" : " time>=" + time.fromNs() + "ns time<=" + time.toNs() + "ns";
    }

    private void range(long fromNs, long toNs) {
        session.viewport().show(TimeRange.between(fromNs, toNs));
    }

    private void item(String label, Runnable action) {
        var item = new MenuItem(label);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }

    private static String text(Details details) {
        var text = new StringBuilder(details.title()).append(", ").append(details.amount());
        for (Fact fact : details.facts()) {
            text.append("\n  ").append(fact.label()).append(": ").append(fact.text());
        }
        Optional.ofNullable(details.stacks().isEmpty() ? null : details.stacks().getFirst())
                .ifPresent(stack -> text.append("\n\n").append(stack.title()).append(":\n")
                        .append(FrameLines.text(stack.frames())));
        return text.toString();
    }
}
