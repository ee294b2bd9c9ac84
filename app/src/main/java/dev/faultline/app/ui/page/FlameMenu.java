package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.part.SystemClipboard;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TableJump;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.views.flame.FlamePath;
import dev.faultline.views.flame.FlameQuery;
import dev.faultline.views.flame.Measure;
import dev.faultline.views.fx.FlameView;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The context menu of a box of a flame graph: to what it was made of, and how it is shown.
final class FlameMenu {
    /// Of a deep path the last functions tell enough.
    private static final int FUNCTIONS = 4;

    private final Session session;
    private final WindowActions actions;
    private final FlameView view;
    private final ContextMenu menu = new ContextMenu();

    FlameMenu(Session session, WindowActions actions, FlameView view) {
        this.session = session;
        this.actions = actions;
        this.view = view;
    }

    void show(FlameView.MenuRequest request) {
        FlamePath path = request.path();
        FlameQuery query = view.queryProperty().get();
        List<String> functions = path.functions();
        menu.getItems().clear();
        if (query.measure() != Measure.CPU && query.measure() != Measure.CREATION
                && query.measure() != Measure.ASSISTS) {
            item("Show the longest in the timeline", () -> longest(path));
        }
        String frames = frames(functions);
        if (query.measure() == Measure.BLOCKED || query.measure() == Measure.RUNNABLE
                || query.measure() == Measure.SYSCALL) {
            item("List its spans in a table",
                    () -> session.jump(new TableJump(Tables.WAITS, waits(query, path) + frames)));
        }
        if (!functions.isEmpty()) {
            item("Show its goroutines in the timeline", () -> session.jump(new Jump.ToFilter(frames.strip())));
            menu.getItems().add(new SeparatorMenuItem());
            String name = functions.getLast();
            item("Hide frames of " + name, () -> hide(name, query));
            item("Copy function", () -> {
                SystemClipboard.put(name);
                actions.say("Copied.");
            });
        }
        menu.show(view, request.screenX(), request.screenY());
    }

    private static String waits(FlameQuery query, FlamePath path) {
        return switch (query.measure()) {
            case RUNNABLE -> "state:runnable";
            case SYSCALL -> "state:syscall";
            default -> "state:waiting" + (path.reason().isEmpty() ? "" : " waits-for:\"" + path.reason() + "\"");
        };
    }

    private static String frames(List<String> functions) {
        StringBuilder terms = new StringBuilder();
        for (String name : functions.subList(Math.max(0, functions.size() - FUNCTIONS), functions.size())) {
            terms.append(" frame:\"").append(name).append('"');
        }
        return terms.toString();
    }

    private void hide(String name, FlameQuery query) {
        Set<String> hidden = new TreeSet<>(query.shape().hidden());
        hidden.add(name);
        FlameQuery.Shape shape = query.shape();
        view.queryProperty().set(query.with(
                new FlameQuery.Shape(shape.reversed(), shape.inTimeOrder(), hidden, shape.ownOnly())));
    }

    private void longest(FlamePath path) {
        new Question<Optional<Thing.Goroutine>>(session, "longest span of a box").ask(path::longest,
                span -> span.ifPresentOrElse(found -> {
                    Optional.ofNullable(found.time(session.model()))
                            .ifPresent(time -> session.viewport().show(time.padded(0.5)));
                    session.jump(new Jump.ToThing(found));
                }, () -> actions.say("No span of it lies in this time.")));
    }

    private void item(String name, Runnable action) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        menu.getItems().add(item);
    }
}
